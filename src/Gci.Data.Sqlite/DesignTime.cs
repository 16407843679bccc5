using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Gci.Data.Sqlite;

/// <summary>Lets <c>dotnet ef migrations add NAME</c> run in this folder.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<GciDb>
{
    public GciDb CreateDbContext(string[] args) => new((DbContextOptions<GciDb>)new DbContextOptionsBuilder<GciDb>().UseGciSqlite("design.db").Options);
}
