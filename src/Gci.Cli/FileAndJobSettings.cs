using System.CommandLine;
using Gci.Web;

namespace Gci.Cli;

/// <summary>The options of <c>gci serve</c> about evidence files and about work in the background. Each has a variable for those who run it in a container.</summary>
internal sealed class FileAndJobSettings
{
    private readonly BucketSettings _bucket = new();
    private readonly Option<string?> _clamAv = VariableOption.Text("--clamav", "PLACE", "Have files scanned by the ClamAV daemon at host:port or at the path of its socket");
    private readonly Option<string?> _files = VariableOption.Text("--files-address", "URL", "Serve files from a host of their own, such as https://files.example.org, that leads here too");
    private readonly Option<int> _largest = new("--largest-file") { Description = "Largest file that is taken, in MB (default: 20)", HelpName = "MB", DefaultValueFactory = _ => 20 };
    private readonly Option<int> _total = new("--largest-total") { Description = "How much all files of one response may take, in MB (default: 1000)", HelpName = "MB", DefaultValueFactory = _ => 1000 };
    private readonly Option<int> _pdfs = new("--pdfs-at-once") { Description = "How many PDFs are drawn at the same time; each takes some 350 MB of memory (default: 2)", HelpName = "N", DefaultValueFactory = _ => 2 };
    private readonly Option<string?> _typst = VariableOption.Text("--typst", "DIR", "Folder of the PDF engine, where it is not the one that comes with the program");
    private readonly Option<bool> _links = new("--check-links") { Description = "Try the links that are given as evidence, from this machine, and show when they were last seen" };
    private readonly Option<bool> _noJobs = new("--no-jobs") { Description = "Leave seals, mails, checks and cleaning to another instance" };

    internal void AddTo(Command command)
    {
        _bucket.AddTo(command);
        foreach (var option in (Option[])[_clamAv, _files, _largest, _total, _pdfs, _typst, _links, _noJobs])
        {
            command.Options.Add(option);
        }
    }

    internal ServiceOptions AppliedTo(ServiceOptions options, ParseResult parsed) => options with
    {
        Bucket = _bucket.Of(parsed),
        ClamAv = _clamAv.ValueIn(parsed),
        FilesAddress = _files.ValueIn(parsed) is { } address ? new(address, UriKind.RelativeOrAbsolute) : null,
        LargestFile = parsed.GetValue(_largest) * 1_000_000L,
        LargestTotal = parsed.GetValue(_total) * 1_000_000L,
        PdfsAtOnce = parsed.GetValue(_pdfs),
        Typst = _typst.ValueIn(parsed) is { } typst ? Path.GetFullPath(typst) : null,
        CheckLinks = parsed.GetValue(_links),
        RunJobs = !parsed.GetValue(_noJobs),
    };
}
