using Gci.Data.Responses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gci.Data.Mapping;

internal sealed class AnswerMapping : IEntityTypeConfiguration<AnswerRevision>
{
    public void Configure(EntityTypeBuilder<AnswerRevision> builder)
    {
        builder.ToTable("Answers");
        builder.HasKey(answer => new { answer.ResponseId, answer.Question, answer.Revision });
        builder.Ignore(answer => answer.IsWithheld);
        builder.Property(answer => answer.Question).HasMaxLength(40);
        builder.Property(answer => answer.Source).HasConversion<string>().HasMaxLength(30);
        builder.Property(answer => answer.Key).HasMaxLength(80);
        builder.HasIndex(answer => new { answer.ResponseId, answer.Key }).IsUnique();
        builder.HasOne<Response>().WithMany().HasForeignKey(answer => answer.ResponseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SuggestionMapping : IEntityTypeConfiguration<Suggestion>
{
    public void Configure(EntityTypeBuilder<Suggestion> builder)
    {
        builder.Property(suggestion => suggestion.Question).HasMaxLength(40);
        builder.Property(suggestion => suggestion.State).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(suggestion => new { suggestion.ResponseId, suggestion.State });
        builder.HasOne<Response>().WithMany().HasForeignKey(suggestion => suggestion.ResponseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EvidenceMapping : IEntityTypeConfiguration<EvidenceItem>
{
    public void Configure(EntityTypeBuilder<EvidenceItem> builder)
    {
        builder.ToTable("Evidence");
        builder.Property(item => item.Question).HasMaxLength(40);
        builder.Property(item => item.Form).HasConversion<string>().HasMaxLength(10);
        builder.Property(item => item.Kind).HasMaxLength(40);
        builder.Property(item => item.Title).HasMaxLength(EvidenceDraft.LongestTitle);
        builder.Property(item => item.Url).HasMaxLength(EvidenceDraft.LongestUrl);
        builder.HasIndex(item => new { item.ResponseId, item.Question });
        builder.HasOne<Response>().WithMany().HasForeignKey(item => item.ResponseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(item => item.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("Files");
        builder.Property(file => file.Name).HasMaxLength(255);
        builder.Property(file => file.Scan).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Response>().WithMany().HasForeignKey(file => file.ResponseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.Property(message => message.Question).HasMaxLength(40);
        builder.Property(message => message.Audience).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(message => new { message.ResponseId, message.At });
        builder.HasOne<Response>().WithMany().HasForeignKey(message => message.ResponseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GrantMapping : IEntityTypeConfiguration<SectionGrant>
{
    public void Configure(EntityTypeBuilder<SectionGrant> builder)
    {
        builder.ToTable("Grants");
        builder.Property(grant => grant.Section).HasMaxLength(40);
        builder.Property(grant => grant.Right).HasConversion<string>().HasMaxLength(10);
        builder.HasIndex(grant => new { grant.AccountId, grant.ResponseId });
        builder.HasOne<Response>().WithMany().HasForeignKey(grant => grant.ResponseId).OnDelete(DeleteBehavior.Restrict);
    }
}
