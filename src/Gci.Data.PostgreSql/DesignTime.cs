using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Gci.Data.PostgreSql;

/// <summary>Lets <c>dotnet ef migrations add NAME</c> run in this folder.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<GciDb>
{
    public GciDb CreateDbContext(string[] args) =>
        new((DbContextOptions<GciDb>)new DbContextOptionsBuilder<GciDb>().UseGciPostgreSql("Host=localhost;Database=design").Options);
}
