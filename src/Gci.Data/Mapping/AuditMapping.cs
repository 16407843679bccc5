using Gci.Data.Auditing;
using Gci.Data.Responses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gci.Data.Mapping;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasKey(entry => new { entry.ResponseId, entry.Sequence });
        builder.Property(entry => entry.Action).HasMaxLength(40);
        builder.Property(entry => entry.Subject).HasMaxLength(80);
        builder.Property(entry => entry.Content).HasMaxLength(64);
        builder.Property(entry => entry.Previous).HasMaxLength(64);
        builder.Property(entry => entry.Hash).HasMaxLength(64);
        builder.HasOne<Response>().WithMany().HasForeignKey(entry => entry.ResponseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SealMapping : IEntityTypeConfiguration<Seal>
{
    public void Configure(EntityTypeBuilder<Seal> builder)
    {
        builder.HasKey(seal => seal.Number);
        builder.Property(seal => seal.Number).ValueGeneratedNever();
        builder.HasMany(seal => seal.Heads).WithOne().HasForeignKey(head => head.SealNumber).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SealedHeadMapping : IEntityTypeConfiguration<SealedHead>
{
    public void Configure(EntityTypeBuilder<SealedHead> builder)
    {
        builder.ToTable("SealedHeads");
        builder.HasKey(head => new { head.SealNumber, head.ResponseId });
        builder.Property(head => head.Hash).HasMaxLength(64);
    }
}
