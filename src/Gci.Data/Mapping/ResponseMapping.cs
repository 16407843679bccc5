using Gci.Data.Responses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gci.Data.Mapping;

internal sealed class ResponseMapping : IEntityTypeConfiguration<Response>
{
    public void Configure(EntityTypeBuilder<Response> builder)
    {
        builder.HasKey(response => response.Id);
        builder.Property(response => response.Edition).HasMaxLength(20);
        builder.Property(response => response.Country).HasMaxLength(3);
        builder.Property(response => response.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(response => response.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(response => response.ChainHead).HasMaxLength(64);
        builder.Property(response => response.CertifiedName).HasMaxLength(Certificate.Longest);
        builder.Property(response => response.CertifiedOffice).HasMaxLength(Certificate.Longest);
        builder.Property(response => response.CertifiedHash).HasMaxLength(64);
        builder.Property(response => response.Unlocked).HasMaxLength(8000);
        builder.Ignore(response => response.Added);
        builder.Ignore(response => response.Regranted);

        // One national response a country and edition; a person has at most one self-assessment of each. SQL holds NULLs to differ.
        builder.HasIndex(response => new { response.Edition, response.Country, response.Kind, response.OwnerId }).IsUnique();
        builder.HasIndex(response => new { response.Edition, response.Country }).IsUnique().HasFilter("\"OwnerId\" IS NULL");
        builder.HasIndex(response => response.Country);
    }
}
