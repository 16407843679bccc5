using System.Data.Common;
using System.Threading.Channels;
using Gci.Data;
using Gci.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gci.Web.Accounts;

/// <summary>Writes down when a token was last used, at most once a minute and out of the request's way.</summary>
internal sealed class TokenUse(IServiceScopeFactory scopes) : BackgroundService
{
    private static readonly TimeSpan s_often = TimeSpan.FromMinutes(1);

    // What does not fit is left out: the next request brings it again.
    private readonly Channel<(Guid Token, DateTimeOffset At)> _uses = Channel.CreateBounded<(Guid, DateTimeOffset)>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite });

    internal void Note(ApiToken token, DateTimeOffset now)
    {
        if (token.LastUsedAt is null || now - token.LastUsedAt >= s_often)
        {
            _uses.Writer.TryWrite((token.Id, now));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var stop = stoppingToken.Register(() => _uses.Writer.TryComplete());
        await foreach (var (token, at) in _uses.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                await WriteAsync(token, at);
            }
            catch (DbException)
            {
                // The database is away; whoever needed it was told.
            }
        }
    }

    private async Task WriteAsync(Guid token, DateTimeOffset at)
    {
        await using var scope = scopes.CreateAsyncScope();
        var minuteBefore = at - s_often;
        await scope.ServiceProvider.GetRequiredService<GciDb>().ApiTokens
            .Where(found => found.Id == token && (found.LastUsedAt == null || found.LastUsedAt <= minuteBefore))
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.LastUsedAt, at));
    }
}
