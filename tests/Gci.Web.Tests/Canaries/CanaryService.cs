using Gci.Testing.Databases;

namespace Gci.Web.Tests.Canaries;

/// <summary>A service whose log is read, with a country's canaries in it and everybody signed in, once for a class of tests.</summary>
public abstract class CanaryService : IAsyncLifetime
{
    private readonly bool _isThere;

    protected CanaryService(Service service, CanaryLog log, bool isThere) => (Service, Log, Stage, _isThere) = (service, log, new(service), isThere);

    /// <summary>Whether PDFs are read, too: drawing them takes long, and no database draws them in another way.</summary>
    internal virtual bool ReadsPdf => true;

    public Service Service { get; }

    public CanaryLog Log { get; }

    internal CanaryStage Stage { get; }

    public async ValueTask InitializeAsync()
    {
        await Service.InitializeAsync();
        if (_isThere)
        {
            await Stage.BeginAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        Log.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Skips the test where the database is not installed.</summary>
    public CanaryService Require()
    {
        Service.Require();
        return this;
    }

    internal sealed class LoggedOnSqlite(CanaryLog log) : ServiceOnSqlite
    {
        protected override ServiceOptions Configured(ServiceOptions options) => options with { Log = log };
    }

    internal sealed class LoggedOnPostgreSql(CanaryLog log) : ServiceOnPostgreSql
    {
        protected override ServiceOptions Configured(ServiceOptions options) => options with { Log = log };
    }
}

public sealed class CanariesOnSqlite : CanaryService
{
    public CanariesOnSqlite()
        : this(new())
    {
    }

    private CanariesOnSqlite(CanaryLog log)
        : base(new LoggedOnSqlite(log), log, isThere: true)
    {
    }
}

public sealed class CanariesOnPostgreSql : CanaryService
{
    public CanariesOnPostgreSql()
        : this(new())
    {
    }

    internal override bool ReadsPdf => false;

    private CanariesOnPostgreSql(CanaryLog log)
        : base(new LoggedOnPostgreSql(log), log, PostgreSqlTestDatabase.IsInstalled)
    {
    }
}
