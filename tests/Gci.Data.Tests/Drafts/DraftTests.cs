using Gci.Data.Accounts;
using Gci.Data.Drafts;
using Gci.Data.Runs;
using Gci.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Tests.Drafts;

public abstract class DraftTests(TestDatabase database) : DatabaseTests(database)
{
    private const string File = "questionnaires/NEW/legal.yaml";
    private static readonly Actor s_analyst = new(Guid.Parse("0190a000-0000-7000-8000-000000000011"), "Anders", Role.Analyst, null);
    private static readonly DraftGround s_free = new(IsOnDisk: false, Run: null);
    private static readonly DateTimeOffset s_now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_text_that_was_saved_can_be_had_back()
    {
        var edition = await BegunAsync();

        Assert.Null((await SaveAsync(edition, 1, "second", isGood: false))!.Refusal);
        Assert.Null((await SaveAsync(edition, 2, "third", isGood: true))!.Refusal);

        await using var db = New();
        Assert.Equal("first", (await db.DraftFilesAsync(edition, 1, Cancel))[Named(edition)].Text);
        Assert.Equal("second", (await db.DraftFilesAsync(edition, 2, Cancel))[Named(edition)].Text);
        Assert.Equal((3, "third"), (await db.DraftFilesAsync(edition, 3, Cancel))[Named(edition)] is var file ? (file.Revision, file.Text) : default);
        Assert.Equal((3, 3), await db.Drafts.Where(draft => draft.Edition == edition).Select(draft => new ValueTuple<int, int?>(draft.Version, draft.GoodVersion)).SingleAsync(Cancel));
    }

    [Fact]
    public async Task What_does_not_load_leaves_the_last_good_version_standing()
    {
        var edition = await BegunAsync();

        await SaveAsync(edition, 1, "broken", isGood: false);

        await using var db = New();
        var draft = await db.Drafts.SingleAsync(draft => draft.Edition == edition, Cancel);
        Assert.Equal((2, 1), (draft.Version, draft.GoodVersion));
    }

    [Fact]
    public async Task Whoever_read_an_earlier_version_reads_again()
    {
        var edition = await BegunAsync();
        await SaveAsync(edition, 1, "mine", isGood: true);

        Assert.Null(await SaveAsync(edition, 1, "theirs", isGood: true));

        await using var db = New();
        Assert.Equal("mine", (await db.DraftFilesAsync(edition, 9, Cancel))[Named(edition)].Text);
    }

    [Fact]
    public async Task Only_what_changed_gets_a_revision()
    {
        var edition = await BegunAsync();

        await SaveAsync(edition, 1, "first", isGood: true);

        await using var db = New();
        Assert.Equal(1, await db.DraftFiles.CountAsync(file => file.Edition == edition, Cancel));
    }

    [Theory]
    [InlineData(Role.Reviewer, false, null, "draft-not-yours")]
    [InlineData(Role.FocalPoint, false, null, "draft-not-yours")]
    [InlineData(Role.Expert, false, null, "draft-not-yours")]
    [InlineData(Role.Analyst, true, null, "draft-on-disk")]
    [InlineData(Role.Administrator, false, RunState.Open, "draft-run-begun")]
    [InlineData(Role.Administrator, false, RunState.Published, "draft-run-begun")]
    [InlineData(Role.Administrator, false, RunState.Draft, null)]
    [InlineData(Role.Analyst, false, null, null)]
    public void Who_may_change_a_draft_and_when(Role role, bool isOnDisk, RunState? run, string? refusal)
    {
        var draft = Draft.Begin(s_analyst, "NEW", "2026", new Dictionary<string, string> { [File] = "first" }, isGood: true, s_now);

        Assert.Equal(refusal, draft.WhyNotChange(s_analyst with { Role = role }, new(isOnDisk, run))?.Code);
    }

    [Theory]
    [InlineData("questionnaires/NEW/legal.yaml", null)]
    [InlineData("questionnaires/NEW/ar/legal.yaml", null)]
    [InlineData("methodology/NEW/weights/legal.yaml", null)]
    [InlineData("methodology/NEW/method.md", null)]
    [InlineData("questionnaires/2026/legal.yaml", "draft-file-name")]
    [InlineData("questionnaires/NEW/../2026/legal.yaml", "draft-file-name")]
    [InlineData("questionnaires/NEW/legal.exe", "draft-file-name")]
    [InlineData("/etc/NEW/legal.yaml", "draft-file-name")]
    public void A_file_belongs_to_its_own_edition(string name, string? refusal) => Assert.Equal(refusal, DraftFile.WhyNot("NEW", name, "text")?.Code);

    [Fact]
    public void A_draft_on_which_people_comment_is_not_put_aside()
    {
        var draft = Draft.Begin(s_analyst, "NEW", "2026", new Dictionary<string, string> { [File] = "first" }, isGood: true, s_now);

        Assert.Equal("draft-consulted-on", draft.GiveUp(s_analyst, new(false, RunState.Draft), s_now)?.Code);
        Assert.Null(draft.GiveUp(s_analyst, s_free, s_now));
        Assert.Equal("draft-given-up", draft.WhyNotChange(s_analyst, s_free)?.Code);
        Assert.Null(draft.TakeUp(s_analyst, s_free, s_now));
        Assert.Null(draft.WhyNotChange(s_analyst, s_free));
    }

    [Fact]
    public async Task The_database_itself_refuses_to_change_or_delete_what_was_appended()
    {
        var edition = await BegunAsync();
        await using var db = New();
        var files = db.DraftFiles.Where(file => file.Edition == edition);

        await Assert.ThrowsAnyAsync<Exception>(() => files.ExecuteUpdateAsync(set => set.SetProperty(file => file.Text, "forged"), Cancel));
        await Assert.ThrowsAnyAsync<Exception>(() => files.ExecuteDeleteAsync(Cancel));
        Assert.Equal("first", (await db.DraftFilesAsync(edition, 1, Cancel))[Named(edition)].Text);
    }

    private static string Named(string edition) => File.Replace("NEW", edition, StringComparison.Ordinal);

    private async Task<string> BegunAsync()
    {
        await using var db = New();
        var edition = Guid.NewGuid().ToString("N")[..12];
        db.Begin(Draft.Begin(s_analyst, edition, "2026", new Dictionary<string, string> { [Named(edition)] = "first" }, isGood: true, s_now));
        await db.SaveChangesAsync(Cancel);
        return edition;
    }

    private async Task<DraftChange?> SaveAsync(string edition, int version, string text, bool isGood)
    {
        await using var db = New();
        var present = await db.DraftFilesAsync(edition, version, Cancel);
        var files = new Dictionary<string, string> { [Named(edition)] = text };
        return await db.ChangeDraftAsync(edition, version, (draft, run) => draft.Save(s_analyst, new(false, run), present, files, new("edit", Named(edition)), isGood, s_now), Cancel);
    }
}

public sealed class DraftOnSqliteTests(SqliteTestDatabase database) : DraftTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class DraftOnPostgreSqlTests(PostgreSqlTestDatabase database) : DraftTests(database), IClassFixture<PostgreSqlTestDatabase>;
