using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Data.Consultation;
using Gci.Data.Drafts;
using Gci.Data.Mailing;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Data.Runs;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data;

/// <summary>All that the service keeps, the same on SQLite and PostgreSQL.</summary>
public sealed class GciDb(DbContextOptions<GciDb> options) : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<Response> Responses => Set<Response>();

    public DbSet<AnswerRevision> Answers => Set<AnswerRevision>();

    public DbSet<Suggestion> Suggestions => Set<Suggestion>();

    public DbSet<EvidenceItem> Evidence => Set<EvidenceItem>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<SectionGrant> Grants => Set<SectionGrant>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<Seal> Seals => Set<Seal>();

    public DbSet<EditionRun> Runs => Set<EditionRun>();

    public DbSet<RunEntry> RunEntries => Set<RunEntry>();

    public DbSet<Snapshot> Snapshots => Set<Snapshot>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<Verdict> Verdicts => Set<Verdict>();

    public DbSet<EvidenceVerdict> EvidenceVerdicts => Set<EvidenceVerdict>();

    public DbSet<ReturnedQuestion> Returned => Set<ReturnedQuestion>();

    public DbSet<ConsultationItem> Consultation => Set<ConsultationItem>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<DraftFile> DraftFiles => Set<DraftFile>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<QueuedMail> Mails => Set<QueuedMail>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(GciDb).Assembly);
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("AccountClaims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("AccountLogins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("AccountTokens");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        base.ConfigureConventions(configurationBuilder);
        if (Database.IsSqliteProvider())
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        }
    }
}
