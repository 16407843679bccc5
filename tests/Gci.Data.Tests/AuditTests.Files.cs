using Gci.Data.Auditing;
using Gci.Data.Responses;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Tests;

/// <summary>What the chain keeps of evidence files.</summary>
public abstract partial class AuditTests
{
    [Theory]
    [InlineData("puts another file's hash", "UPDATE \"Files\" SET \"Sha256\" = '0000' WHERE \"ResponseId\" = '{0}'")]
    [InlineData("says it is of another type", "UPDATE \"Files\" SET \"ContentType\" = 'text/html' WHERE \"ResponseId\" = '{0}'")]
    [InlineData("gives it another length", "UPDATE \"Files\" SET \"Length\" = 7 WHERE \"ResponseId\" = '{0}'")]
    [InlineData("gives it another name", "UPDATE \"Files\" SET \"Name\" = 'other.pdf' WHERE \"ResponseId\" = '{0}'")]
    public async Task Whoever_changes_what_is_known_of_a_file_is_found_out(string how, string sql)
    {
        Assert.NotEmpty(how);
        var (response, item, file) = await FileAsync();
        await TamperAsync(sql, response);

        Assert.Equal(new AuditBreak(response, 2, $"evidence {item} or its file {file} was changed after it was recorded"), await BreakAsync(response));
    }

    [Fact]
    public async Task A_file_that_no_evidence_speaks_of_is_found_out()
    {
        var (response, _, _) = await FileAsync();
        var stray = Guid.CreateVersion7();
        await TamperAsync(
            $"INSERT INTO \"Files\" (\"Id\", \"ResponseId\", \"Name\", \"ContentType\", \"Length\", \"Sha256\", \"Scan\", \"By\", \"At\") "
            + $"SELECT '{IdText(stray)}', \"ResponseId\", \"Name\", \"ContentType\", \"Length\", \"Sha256\", \"Scan\", \"By\", \"At\" FROM \"Files\" WHERE \"ResponseId\" = '{{0}}'",
            response);

        Assert.Equal(new AuditBreak(response, 4, $"file {stray} stands in the database and in no link of the chain"), await BreakAsync(response));
    }

    [Fact]
    public async Task A_chain_from_before_files_were_part_of_it_is_sound()
    {
        var (response, item, _) = await FileAsync(isFormer: true);

        Assert.Null(await BreakAsync(response));
        await TamperAsync("UPDATE \"Evidence\" SET \"Title\" = 'Another act' WHERE \"ResponseId\" = '{0}'", response);
        Assert.StartsWith($"evidence {item} or its file", (await BreakAsync(response))?.Sentence, StringComparison.Ordinal);
    }

    // Opened, a file attached, certified: three links.
    private async Task<(Guid Response, Guid Item, Guid File)> FileAsync(bool isFormer = false)
    {
        await using var db = New();
        await ForgetAsync(db);
        var now = Moment.Now(TimeProvider.System);
        var response = Response.Open(Kenya, "2024", "KEN", ResponseKind.National, now);
        db.Begin(response);
        await db.SaveChangesAsync(Cancel);
        var file = new StoredFile
        {
            Id = Guid.CreateVersion7(now),
            ResponseId = response.Id,
            Name = "act.pdf",
            ContentType = "application/pdf",
            Length = 3,
            Sha256 = new('a', 64),
            Scan = ScanState.Clean,
            By = Kenya.Id,
            At = now,
        };
        await ChangeAsync(response.Id, (found, _) => found.Attach(Kenya, TestEdition.Edition.QuestionOf("LEG-1.1.1")!, new("law", "Act", null, null), [], file, now));
        await ChangeAsync(response.Id, (found, held) =>
        {
            var completeness = Completeness.Of(TestEdition.Edition, "KEN", held.Dossier);
            return found.Certify(Kenya, new("Amina Wanjiru", "Director", true, completeness.Unanswered, held.Dossier.Content()), held.Dossier, completeness, now);
        });
        var item = await db.Evidence.AsNoTracking().SingleAsync(row => row.ResponseId == response.Id, Cancel);
        if (isFormer)
        {
            await FormerAsync(db, response.Id, item);
        }

        return (response.Id, item.Id, file.Id);
    }

    // Writes the chain as it was written when a link held nothing of a file but its id.
    private static async Task FormerAsync(GciDb db, Guid id, EvidenceItem item)
    {
        var content = Response.ContentOf([], [item], _ => null);
        await db.Responses.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.CertifiedHash, content), Cancel);
        var response = await db.Responses.AsNoTracking().SingleAsync(row => row.Id == id, Cancel);
        var previous = AuditChain.Genesis;
        foreach (var link in await db.Audit.AsNoTracking().Where(row => row.ResponseId == id).OrderBy(row => row.Sequence).ToListAsync(Cancel))
        {
            var written = link.Action switch { AuditActions.EvidenceAdded => item.ContentHash(null), Response.Submission => response.CertifiedContent()!, _ => link.Content };
            var former = AuditEntry.After(id, link.Sequence, previous, link.At, link.Actor, link.Action, link.Subject, written);
            await db.Audit.Where(row => row.ResponseId == id && row.Sequence == link.Sequence).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Content, former.Content).SetProperty(row => row.Previous, former.Previous).SetProperty(row => row.Hash, former.Hash), Cancel);
            previous = former.Hash;
        }

        await db.Responses.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.ChainHead, previous), Cancel);
    }
}
