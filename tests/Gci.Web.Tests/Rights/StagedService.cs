using Gci.Testing.Databases;

namespace Gci.Web.Tests.Rights;

/// <summary>A service with everybody signed in and all responses prepared, once for a class of tests.</summary>
public abstract class StagedService : IAsyncLifetime
{
    protected StagedService(Service service, bool isThere) => (Service, Stage, _isThere) = (service, new(service), isThere);

    private readonly bool _isThere;

    public Service Service { get; }

    public Stage Stage { get; }

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
        GC.SuppressFinalize(this);
    }

    /// <summary>Skips the test where the database is not installed.</summary>
    public StagedService Require()
    {
        Service.Require();
        return this;
    }
}

public sealed class StagedOnSqlite() : StagedService(new ServiceOnSqlite(), isThere: true);

public sealed class StagedOnPostgreSql() : StagedService(new ServiceOnPostgreSql(), PostgreSqlTestDatabase.IsInstalled);
