using System.Net;
using System.Net.Sockets;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Testing;
using Gci.Web.Files;
using Gci.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Tests.Files;

public sealed class ServiceWithScanner : ServiceOnSqlite
{
    internal Clamd Scanner { get; } = new();

    protected override ServiceOptions Configured(ServiceOptions options) => options with { ClamAv = Scanner.Place };
}

/// <summary>Scanning for viruses, by a daemon that speaks ClamAV's protocol.</summary>
public sealed class ClamAvTests(ServiceWithScanner service) : IClassFixture<ServiceWithScanner>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clean_file_is_marked_as_clean()
    {
        var (person, response) = await BeginAsync("scan-one", "PRT");

        Assert.Equal(ScanState.Clean, (await service.TakeAsync(response, person, "law.pdf", Samples.Pdf)).File!.Scan);
    }

    [Fact]
    public async Task A_virus_is_refused_by_name_and_kept_for_nobody()
    {
        var (person, response) = await BeginAsync("scan-two", "ESP");
        var before = await service.KeptAsync();

        var (file, refusal) = await service.TakeAsync(response, person, "law.txt", Samples.Eicar);

        Assert.Null(file);
        Assert.Equal(("file-infected", "Eicar-Test-Signature"), (refusal!.Code, refusal.Values[0].Value));
        Assert.Equal(before, await service.KeptAsync());
    }

    [Fact]
    public async Task While_the_scanner_is_away_files_wait_and_are_given_out_once_they_were_scanned()
    {
        var (person, response) = await BeginAsync("scan-three", "FRA");
        var browser = await service.SignedInAsync("scan-three");
        service.Scanner.HangsUp = true;
        StoredFile good, bad;
        try
        {
            good = await service.AttachAsync(response, person, "law.pdf", Samples.Pdf);
            bad = await service.AttachAsync(response, person, "law.txt", Samples.Eicar, "LEG-1.1.2");
            await ScanAsync();
            Assert.Equal((ScanState.Waiting, HttpStatusCode.Locked), (await StateAsync(good.Id), (await browser.GetAsync($"/responses/{response}/files/{good.Id}")).StatusCode));
        }
        finally
        {
            service.Scanner.HangsUp = false;
        }

        await ScanAsync();

        Assert.Equal((ScanState.Clean, HttpStatusCode.OK), (await StateAsync(good.Id), (await browser.GetAsync($"/responses/{response}/files/{good.Id}")).StatusCode));
        Assert.Equal((ScanState.Infected, HttpStatusCode.Locked), (await StateAsync(bad.Id), (await browser.GetAsync($"/responses/{response}/files/{bad.Id}")).StatusCode));
    }

    [Fact]
    public async Task A_socket_in_the_file_system_does_as_well()
    {
        using var folder = new TemporaryFolder();
        using var daemon = new Clamd(new UnixDomainSocketEndPoint(folder.At("clamd.ctl")));
        var scanner = new ClamAv(ClamAv.Place(folder.At("clamd.ctl"))!);

        Assert.Null(await scanner.ScanAsync(new MemoryStream(Samples.Pdf), Cancel));
        Assert.Equal("Eicar-Test-Signature", await scanner.ScanAsync(new MemoryStream([.. Samples.Utf8(new('a', 200_000)), .. Samples.Eicar]), Cancel));
    }

    [Fact]
    public async Task What_the_scanner_cannot_look_at_is_not_clean()
    {
        using var daemon = new Clamd();

        await Assert.ThrowsAsync<IOException>(() => new ClamAv(ClamAv.Place(daemon.Place)!).ScanAsync(new MemoryStream(new byte[2_000_000]), Cancel));
        await Assert.ThrowsAsync<IOException>(() => new ClamAv(new DnsEndPoint("127.0.0.1", 1)).ScanAsync(new MemoryStream([1]), Cancel));
    }

    [Theory]
    [InlineData("localhost:3310", true)]
    [InlineData("[::1]:3310", true)]
    [InlineData("/run/clamav/clamd.ctl", true)]
    [InlineData("localhost", false)]
    [InlineData("localhost:", false)]
    [InlineData("localhost:0", false)]
    [InlineData("localhost:99999", false)]
    [InlineData(":3310", false)]
    [InlineData("tcp://localhost:3310", false)]
    public void A_place_is_a_host_with_a_port_or_a_path(string place, bool isOne) => Assert.Equal(isOne, ClamAv.Place(place) is not null);

    private Task<bool> ScanAsync() => service.PartsAsync(async parts =>
    {
        await ActivatorUtilities.CreateInstance<ScanWork>(parts).RunAsync(Cancel);
        return true;
    });

    private Task<ScanState> StateAsync(Guid id) => service.DataAsync(db => db.Files.Where(file => file.Id == id).Select(file => file.Scan).SingleAsync(Cancel));

    private async Task<(Account Person, Guid Response)> BeginAsync(string name, string country)
    {
        var person = await service.PersonAsync(name, Role.FocalPoint, country);
        return (person, await service.OpenAsync(person, "2024"));
    }
}
