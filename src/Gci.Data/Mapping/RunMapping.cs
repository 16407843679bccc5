using Gci.Data.Consultation;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Data.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gci.Data.Mapping;

internal sealed class EditionRunMapping : IEntityTypeConfiguration<EditionRun>
{
    public void Configure(EntityTypeBuilder<EditionRun> builder)
    {
        builder.ToTable("EditionRuns");
        builder.Property(run => run.Edition).HasMaxLength(20);
        builder.Property(run => run.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(run => run.Proposed).HasConversion<string>().HasMaxLength(20);
        builder.Property(run => run.ProposedContent).HasMaxLength(64);
        builder.Property(run => run.ProposedNote).HasMaxLength(EditionRun.LongestNote);
        builder.Property(run => run.ReminderDays).HasMaxLength(80);
        builder.Property(run => run.ChainHead).HasMaxLength(64);
        builder.Ignore(run => run.Calendar);
        builder.Ignore(run => run.Added);
        builder.HasIndex(run => run.Edition).IsUnique();
    }
}

internal sealed class RunEntryMapping : IEntityTypeConfiguration<RunEntry>
{
    public void Configure(EntityTypeBuilder<RunEntry> builder)
    {
        builder.ToTable("RunEntries");
        builder.HasKey(entry => new { entry.RunId, entry.Sequence });
        builder.Property(entry => entry.Action).HasMaxLength(40);
        builder.Property(entry => entry.Subject).HasMaxLength(80);
        builder.Property(entry => entry.Content).HasMaxLength(64);
        builder.Property(entry => entry.Previous).HasMaxLength(64);
        builder.Property(entry => entry.Hash).HasMaxLength(64);
        builder.HasOne<EditionRun>().WithMany().HasForeignKey(entry => entry.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SnapshotMapping : IEntityTypeConfiguration<Snapshot>
{
    public void Configure(EntityTypeBuilder<Snapshot> builder)
    {
        builder.ToTable("Snapshots");
        builder.Property(snapshot => snapshot.Edition).HasMaxLength(20);
        builder.Property(snapshot => snapshot.Definition).HasMaxLength(64);
        builder.Property(snapshot => snapshot.Hash).HasMaxLength(64);
        builder.Property(snapshot => snapshot.Note).HasMaxLength(EditionRun.LongestNote);
        builder.HasIndex(snapshot => new { snapshot.Edition, snapshot.Number }).IsUnique();
    }
}

internal sealed class ConsultationMapping : IEntityTypeConfiguration<ConsultationItem>
{
    public void Configure(EntityTypeBuilder<ConsultationItem> builder)
    {
        builder.ToTable("ConsultationItems");
        builder.Property(item => item.Edition).HasMaxLength(20);
        builder.Property(item => item.Code).HasMaxLength(40);
        builder.Property(item => item.Country).HasMaxLength(3);
        builder.Property(item => item.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(item => item.Outcome).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(item => new { item.Edition, item.Code });
    }
}

internal sealed class AssignmentMapping : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("Assignments");
        builder.Property(assignment => assignment.Pillar).HasMaxLength(40);
        builder.Property(assignment => assignment.Seat).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(assignment => new { assignment.ResponseId, assignment.Pillar, assignment.Seat }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        builder.HasIndex(assignment => assignment.ReviewerId);
        builder.HasOne<Response>().WithMany().HasForeignKey(assignment => assignment.ResponseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VerdictMapping : IEntityTypeConfiguration<Verdict>
{
    public void Configure(EntityTypeBuilder<Verdict> builder)
    {
        builder.ToTable("Verdicts");
        builder.HasKey(verdict => new { verdict.ResponseId, verdict.Question, verdict.Seat, verdict.Revision });
        builder.Property(verdict => verdict.Question).HasMaxLength(40);
        builder.Property(verdict => verdict.Seat).HasConversion<string>().HasMaxLength(20);
        builder.Property(verdict => verdict.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Response>().WithMany().HasForeignKey(verdict => verdict.ResponseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EvidenceVerdictMapping : IEntityTypeConfiguration<EvidenceVerdict>
{
    public void Configure(EntityTypeBuilder<EvidenceVerdict> builder)
    {
        builder.ToTable("EvidenceVerdicts");
        builder.HasKey(verdict => new { verdict.EvidenceId, verdict.Seat, verdict.Revision });
        builder.Property(verdict => verdict.Seat).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(verdict => verdict.ResponseId);
        builder.HasOne<EvidenceItem>().WithMany().HasForeignKey(verdict => verdict.EvidenceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReturnedQuestionMapping : IEntityTypeConfiguration<ReturnedQuestion>
{
    public void Configure(EntityTypeBuilder<ReturnedQuestion> builder)
    {
        builder.ToTable("ReturnedQuestions");
        builder.Property(returned => returned.Question).HasMaxLength(40);
        builder.Property(returned => returned.Outcome).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(returned => new { returned.ResponseId, returned.Round, returned.Question }).IsUnique();
        builder.HasOne<Response>().WithMany().HasForeignKey(returned => returned.ResponseId).OnDelete(DeleteBehavior.Restrict);
    }
}
