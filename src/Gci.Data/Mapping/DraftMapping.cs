using Gci.Data.Drafts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gci.Data.Mapping;

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts");
        builder.HasKey(draft => draft.Edition);
        builder.Property(draft => draft.Edition).HasMaxLength(Draft.LongestId);
        builder.Property(draft => draft.DerivedFrom).HasMaxLength(Draft.LongestId);
        builder.Property(draft => draft.State).HasConversion<string>().HasMaxLength(20);
        builder.Ignore(draft => draft.Added);
    }
}

internal sealed class DraftFileMapping : IEntityTypeConfiguration<DraftFile>
{
    public void Configure(EntityTypeBuilder<DraftFile> builder)
    {
        builder.ToTable("DraftFiles");
        builder.HasKey(file => new { file.Edition, file.Name, file.Revision });
        builder.Property(file => file.Edition).HasMaxLength(Draft.LongestId);
        builder.Property(file => file.Name).HasMaxLength(DraftFile.LongestName);
        builder.Property(file => file.Act).HasMaxLength(20);
        builder.Property(file => file.Subject).HasMaxLength(DraftFile.LongestSubject);
        builder.HasIndex(file => new { file.Edition, file.Version });
        builder.HasOne<Draft>().WithMany().HasForeignKey(file => file.Edition).OnDelete(DeleteBehavior.Restrict);
    }
}
