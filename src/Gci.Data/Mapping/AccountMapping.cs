using Gci.Data.Accounts;
using Gci.Data.Mailing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gci.Data.Mapping;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.Property(account => account.Role).HasConversion<string>().HasMaxLength(20);
        builder.Property(account => account.Name).HasMaxLength(200);
        builder.Property(account => account.Country).HasMaxLength(3);
        builder.Property(account => account.Language).HasMaxLength(2);
        builder.HasIndex(account => account.Country);
    }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Property(invitation => invitation.SecretHash).HasMaxLength(64);
        builder.Property(invitation => invitation.Email).HasMaxLength(256);
        builder.Property(invitation => invitation.Name).HasMaxLength(200);
        builder.Property(invitation => invitation.Role).HasConversion<string>().HasMaxLength(20);
        builder.Property(invitation => invitation.Right).HasConversion<string>().HasMaxLength(10);
        builder.Property(invitation => invitation.Country).HasMaxLength(3);
        builder.Property(invitation => invitation.Language).HasMaxLength(2);
        builder.HasIndex(invitation => invitation.SecretHash).IsUnique();
        builder.HasIndex(invitation => invitation.ResponseId);
    }
}

internal sealed class ApiTokenMapping : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.Property(token => token.Name).HasMaxLength(100);
        builder.Property(token => token.SecretHash).HasMaxLength(64);
        builder.Property(token => token.Scopes).HasMaxLength(200);
        builder.HasIndex(token => token.SecretHash).IsUnique();
        builder.HasIndex(token => token.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(token => token.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class QueuedMailMapping : IEntityTypeConfiguration<QueuedMail>
{
    public void Configure(EntityTypeBuilder<QueuedMail> builder)
    {
        builder.ToTable("Mails");
        builder.Property(mail => mail.To).HasMaxLength(256);
        builder.Property(mail => mail.Subject).HasMaxLength(300);
        builder.Property(mail => mail.Language).HasMaxLength(2);
        builder.HasIndex(mail => new { mail.SentAt, mail.DueAt });
    }
}
