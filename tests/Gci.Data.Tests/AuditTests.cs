using Gci.Data.Auditing;
using Gci.Data.Responses;
using Gci.Testing;
using Gci.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Tests;

public abstract partial class AuditTests(TestDatabase database) : DatabaseTests(database), IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_untouched_chain_with_seals_is_sound()
    {
        var response = await TwoSealsAsync();

        Assert.Null(await BreakAsync(response));
    }

    [Theory]
    [InlineData("edits an answer", "UPDATE \"Answers\" SET \"Value\" = 'no' WHERE \"ResponseId\" = '{0}' AND \"Revision\" = 2 AND \"Question\" = 'LEG-1.1.1'", 3, "revision 2 of LEG-1.1.1 was changed after it was recorded")]
    [InlineData("edits who wrote it", "UPDATE \"AuditEntries\" SET \"Actor\" = \"ResponseId\" WHERE \"ResponseId\" = '{0}' AND \"Sequence\" = 2", 2, "its own content was changed")]
    [InlineData("deletes an answer", "DELETE FROM \"Answers\" WHERE \"ResponseId\" = '{0}' AND \"Revision\" = 2", 3, "what it recorded is missing")]
    [InlineData("deletes a link", "DELETE FROM \"AuditEntries\" WHERE \"ResponseId\" = '{0}' AND \"Sequence\" = 3", 3, "link 3 is missing; link 4 stands in its place")]
    [InlineData("cuts the end", "DELETE FROM \"AuditEntries\" WHERE \"ResponseId\" = '{0}' AND \"Sequence\" = 5", 5, "the chain ends after 4 links and should have 5")]
    [InlineData("swaps two links", "UPDATE \"AuditEntries\" SET \"Sequence\" = 5 - \"Sequence\" + 100 WHERE \"ResponseId\" = '{0}' AND \"Sequence\" IN (2, 3); UPDATE \"AuditEntries\" SET \"Sequence\" = \"Sequence\" - 100 WHERE \"ResponseId\" = '{0}' AND \"Sequence\" > 100", 2, "it does not follow from the link before")]
    [InlineData("inserts an answer", "INSERT INTO \"Answers\" (\"ResponseId\", \"Question\", \"Revision\", \"Value\", \"IsNotApplicable\", \"Source\", \"By\", \"At\", \"Key\", \"AuditSequence\") SELECT \"ResponseId\", \"Question\", 9, 'no', \"IsNotApplicable\", \"Source\", \"By\", \"At\", 'other', 77 FROM \"Answers\" WHERE \"ResponseId\" = '{0}' AND \"Revision\" = 2", 6, "revision 9 of LEG-1.1.1 stands in the database and in no link of the chain")]
    public async Task Whoever_tampers_is_found_out(string how, string sql, int link, string sentence)
    {
        Assert.NotEmpty(how);
        var response = await TwoSealsAsync();
        await TamperAsync(sql, response);

        Assert.Equal(new AuditBreak(response, link, sentence), await BreakAsync(response));
    }

    [Fact]
    public async Task A_chain_that_was_cut_together_with_its_head_is_found_out_by_the_seal()
    {
        var response = await TwoSealsAsync();
        await TamperAsync(
            "DELETE FROM \"Answers\" WHERE \"ResponseId\" = '{0}' AND \"AuditSequence\" = 5; DELETE FROM \"AuditEntries\" WHERE \"ResponseId\" = '{0}' AND \"Sequence\" = 5; "
            + "UPDATE \"Responses\" SET \"ChainLength\" = 4, \"ChainHead\" = (SELECT \"Hash\" FROM \"AuditEntries\" WHERE \"ResponseId\" = '{0}' AND \"Sequence\" = 4) WHERE \"Id\" = '{0}'",
            response);

        Assert.Equal(new AuditBreak(response, 5, "seal 2 saw another link 5: the chain was cut or written anew"), await BreakAsync(response));
    }

    [Fact]
    public async Task A_seal_that_was_changed_is_found_out()
    {
        await TwoSealsAsync();
        await TamperAsync("UPDATE \"SealedHeads\" SET \"Length\" = \"Length\" + 1 WHERE \"SealNumber\" = 2", Guid.Empty);

        Assert.Equal(new AuditBreak(null, 2, "the seal's content was changed"), await BreakAsync(null));
    }

    [Fact]
    public async Task A_seal_signed_with_another_key_is_found_out()
    {
        await TwoSealsAsync();
        await using var db = New();
        using var other = SealKey.OpenOrMake(_folder.At("other.pem"));

        var found = await db.VerifyAuditAsync(other, Cancel);

        Assert.Contains(new AuditBreak(null, 1, "the seal's signature is not that of the key"), found);
    }

    [Fact]
    public async Task Nothing_new_needs_no_seal()
    {
        await TwoSealsAsync();
        await using var db = New();
        using var key = Key();

        Assert.Null(await db.SealAsync(key, TimeProvider.System, Cancel));
    }

    [Fact]
    public async Task A_certified_response_with_removed_evidence_is_sound() => Assert.Null(await BreakAsync(await CertifiedAsync()));

    [Theory]
    [InlineData("edits the name", "UPDATE \"Responses\" SET \"CertifiedName\" = 'Somebody Else' WHERE \"Id\" = '{0}'", "the certificate was changed after it was recorded")]
    [InlineData("edits the office", "UPDATE \"Responses\" SET \"CertifiedOffice\" = 'Minister' WHERE \"Id\" = '{0}'", "the certificate was changed after it was recorded")]
    [InlineData("edits how many are unanswered", "UPDATE \"Responses\" SET \"CertifiedUnanswered\" = 0 WHERE \"Id\" = '{0}'", "the certificate was changed after it was recorded")]
    [InlineData("edits the fingerprint", "UPDATE \"Responses\" SET \"CertifiedHash\" = '0000' WHERE \"Id\" = '{0}'", "the certificate was changed after it was recorded")]
    [InlineData("edits who certified", "UPDATE \"Responses\" SET \"SubmittedBy\" = \"Id\" WHERE \"Id\" = '{0}'", "the certificate was changed after it was recorded")]
    [InlineData("opens it again", "UPDATE \"Responses\" SET \"SubmittedAt\" = NULL, \"State\" = 'InProgress' WHERE \"Id\" = '{0}'", "the certificate was changed after it was recorded")]
    public async Task Whoever_changes_a_certificate_is_found_out(string how, string sql, string sentence)
    {
        Assert.NotEmpty(how);
        var response = await CertifiedAsync();
        await TamperAsync(sql, response);

        Assert.Equal(new AuditBreak(response, 5, sentence), await BreakAsync(response));
    }

    [Fact]
    public async Task A_response_that_is_said_to_be_submitted_and_was_not_is_found_out()
    {
        var response = await TwoSealsAsync();
        await TamperAsync("UPDATE \"Responses\" SET \"State\" = 'Submitted' WHERE \"Id\" = '{0}'", response);

        Assert.Equal(new AuditBreak(response, 6, "the state Submitted stands in the database and in no link of the chain"), await BreakAsync(response));
    }

    // Opened, answered, a link attached and taken away, certified, and a message written later: six links.
    private async Task<Guid> CertifiedAsync()
    {
        await using var db = New();
        await ForgetAsync(db);
        var now = Moment.Now(TimeProvider.System);
        var response = Response.Open(Kenya, "2024", "KEN", ResponseKind.National, now);
        db.Begin(response);
        await db.SaveChangesAsync(Cancel);
        await SavedAsync(response.Id, "LEG-1.1.1", "no", 0);
        await ChangeAsync(response.Id, (found, _) => found.Attach(Kenya, TestEdition.Edition.QuestionOf("LEG-1.1.1")!, new("law", "Act", null, "https://example.org/act"), [], null, now));
        await ChangeAsync(response.Id, (found, held) => found.Remove(Kenya, held.Items.Single(), now));
        await ChangeAsync(response.Id, (found, held) =>
        {
            var completeness = Completeness.Of(TestEdition.Edition, "KEN", held.Dossier);
            return found.Certify(Kenya, new("Amina Wanjiru", "Director", true, completeness.Unanswered, held.Dossier.Content()), held.Dossier, completeness, now);
        });
        await ChangeAsync(response.Id, (found, _) => found.Say(Kenya, null, Audience.Secretariat, "When do we hear from you?", now));
        return response.Id;
    }

    private async Task ChangeAsync(Guid response, Func<Response, (Dossier Dossier, List<EvidenceItem> Items), Refusal?> change)
    {
        await using var db = New();
        var refusal = await db.ResponseAsync(response, async (found, stop) => Tuple.Create(change(found, (await Dossier.LoadAsync(db, response, stop), await db.Evidence.ToListAsync(stop)))), Cancel);
        Assert.Null(refusal!.Item1);
    }

    // Opened, answered three times, sealed, and changed once more, sealed again: five links, two seals.
    private async Task<Guid> TwoSealsAsync()
    {
        using var key = Key();
        await using var db = New();
        await ForgetAsync(db);
        var response = await ResponseAsync();
        await SavedAsync(response, "LEG-1.1.1", "yes", 0);
        await SavedAsync(response, "LEG-1.1.1", "partial", 1);
        await SavedAsync(response, "LEG-1.1.2", "yes", 0);
        Assert.NotNull(await db.SealAsync(key, TimeProvider.System, Cancel));
        await SavedAsync(response, "LEG-1.1.3", "yes", 0);
        Assert.NotNull(await db.SealAsync(key, TimeProvider.System, Cancel));
        return response;
    }

    private SealKey Key() => SealKey.OpenOrMake(_folder.At("seal-key.pem"));

    private async Task<AuditBreak?> BreakAsync(Guid? response)
    {
        await using var db = New();
        using var key = Key();
        return (await db.VerifyAuditAsync(key, Cancel)).FirstOrDefault(found => found.Response == response);
    }

    private async Task TamperAsync(string sql, Guid response)
    {
        await using var db = New();
        await WithoutTriggersAsync(db);

        // Entity Framework keeps ids as upper-case text on SQLite.
        await db.Database.ExecuteSqlRawAsync(sql.Replace("{0}", IdText(response), StringComparison.Ordinal), Cancel);
    }

    private async Task ForgetAsync(GciDb db)
    {
        await WithoutTriggersAsync(db);
        foreach (var table in (string[])["SealedHeads", "Seals", "AuditEntries", "Answers", "Evidence", "Files", "Messages", "Responses"])
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM {0}".Replace("{0}", '"' + table + '"', StringComparison.Ordinal), Cancel);
        }
    }

    // What somebody with the database's own password can do.
    private protected abstract Task WithoutTriggersAsync(GciDb db);

    private protected abstract string IdText(Guid id);

    private protected static string[] Tables { get; } = ["Answers", "AuditEntries", "Seals", "SealedHeads"];
}

public sealed class AuditOnSqliteTests(SqliteTestDatabase database) : AuditTests(database), IClassFixture<SqliteTestDatabase>
{
    private protected override async Task WithoutTriggersAsync(GciDb db)
    {
        foreach (var table in Tables)
        {
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER IF EXISTS {0}_no_update; DROP TRIGGER IF EXISTS {0}_no_delete".Replace("{0}", table, StringComparison.Ordinal), Cancel);
        }
    }

    private protected override string IdText(Guid id) => id.ToString().ToUpperInvariant();
}

public sealed class AuditOnPostgreSqlTests(PostgreSqlTestDatabase database) : AuditTests(database), IClassFixture<PostgreSqlTestDatabase>
{
    private protected override async Task WithoutTriggersAsync(GciDb db)
    {
        foreach (var table in Tables)
        {
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER IF EXISTS \"{0}_append_only\" ON \"{0}\"; DROP TRIGGER IF EXISTS \"{0}_no_delete\" ON \"{0}\"".Replace("{0}", table, StringComparison.Ordinal), Cancel);
        }
    }

    private protected override string IdText(Guid id) => id.ToString();
}
