// One report a process: JSON on standard input, PDF on standard output, one line on standard error and exit code 1 if it fails.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { displayable } from './glyphs.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
const fonts = [
  ['noto-sans', 'NotoSans', ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold']],
  ['ibm-plex-sans-arabic', 'IBMPlexSansArabic', ['400Regular', '600SemiBold', '700Bold']],
  ['noto-sans-sc', 'NotoSansSC', ['400Regular', '700Bold']],
].map(([packageName, family, styles]) => styles.map(style => join(folder, 'node_modules/@expo-google-fonts', packageName, style, `${family}_${style}.ttf`)));

// fontconfig would add the machine's fonts, and the same report would then look different elsewhere: it gets an empty list.
const temporary = mkdtempSync(join(tmpdir(), 'gci-report-'));
process.env.FONTCONFIG_FILE = join(temporary, 'fonts.conf');
writeFileSync(process.env.FONTCONFIG_FILE, `<?xml version="1.0"?>\n<fontconfig><dir>${temporary}</dir></fontconfig>\n`);

function compile(report, families, { NodeCompiler }) {
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: families.flat().map(path => readFileSync(path)) }] });
  compiler.mapShadow(join(folder, 'data.json'), Buffer.from(JSON.stringify(report)));
  const result = compiler.compile({ mainFilePath: join(folder, 'report.typ') });
  if (result.hasError()) {
    const problems = result.takeError()?.shortDiagnostics ?? result.takeDiagnostics()?.shortDiagnostics ?? [];
    throw new Error(problems.map(problem => `${problem.path}: ${problem.message}`).join('; '));
  }

  const { year, month, day } = report.date;
  return compiler.pdf(result.result, { pdfStandard: 'ua-1', creationTimestamp: Date.UTC(year, month - 1, day) / 1000 });
}

/** The sentences of an export error, which arrives as the dump of a Rust value. */
function sentence(error) {
  const messages = [...String(error.message).matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(match => match[1]);
  return (messages.length > 0 ? messages.slice(0, 3).join('; ') : String(error.message)).replaceAll(/\s+/g, ' ');
}

try {
  const { value: report, families } = displayable(JSON.parse(readFileSync(0, 'utf8')), fonts);
  const pdf = compile(report, families, await import('@myriaddreamin/typst-ts-node-compiler'));
  process.stdout.write(pdf);
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true });
}
