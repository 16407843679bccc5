using Gci.Editions;
using Gci.Testing;
using Gci.Testing.Databases;

namespace Gci.Benchmarks.Service;

/// <summary>The questionnaire service under load, on both databases, with the load on the same processors.</summary>
internal static class ServiceRuns
{
    private const int Connections = 400;
    private const int Reviewers = 20;
    private static readonly string[] s_readers = ["amina.otieno@ke.example.org", "rania.haddad@jo.example.org", "lucia.ferreira@uy.example.org", "kadri.tamm@ee.example.org"];

    internal static async Task<IEnumerable<Figure>> MeasureAsync(string pattern, CancellationToken cancel)
    {
        if (!((string[])["ServiceSqlite", "ServicePostgreSql", "ServicePage"]).Any(name => Names.Match(pattern, name)))
        {
            return [];
        }

        var figures = new List<Figure>();
        using var folder = new TemporaryFolder();
        if (Names.Match(pattern, "ServiceSqlite") || Names.Match(pattern, "ServicePage"))
        {
            figures.AddRange(await OnAsync("ServiceSqlite", folder.At("sqlite"), null, (500, 250), pattern, cancel));
        }

        if (Names.Match(pattern, "ServicePostgreSql") && PostgreSqlTestDatabase.IsInstalled)
        {
            using var server = PostgreSqlServer.Start(durable: true);
            figures.AddRange(await OnAsync("ServicePostgreSql", folder.At("postgresql"), server.Database("bench"), (250, 150), pattern, cancel));
        }

        return figures;
    }

    private static async Task<List<Figure>> OnAsync(string name, string data, string? database, (double Pages, double Saved) goals, string pattern, CancellationToken cancel)
    {
        var figures = new List<Figure> { new(name, "seeding the 380 responses of the demonstration", await BenchedService.SeedAsync(data, database, cancel), 10, "s") };
        if (database is null)
        {
            var starts = new List<double>();
            for (var start = 0; start < 3; start++)
            {
                starts.Add(await BenchedService.StartUpAsync(data, cancel));
            }

            figures.Add(new(name, "gci serve listens, median of three", starts.Order().ElementAt(1), 5, "s"));
        }

        using var service = await BenchedService.StartAsync(data, database, cancel);
        if (Names.Match(pattern, name))
        {
            figures.AddRange(await UnderLoadAsync(name, service.Address, data, goals, cancel));
        }

        if (database is null && Names.Match(pattern, "ServicePage"))
        {
            figures.AddRange(await SlowLine.MeasureAsync(service.Address, await SignedIn.AsAsync(s_readers[0], service.Address, null), cancel));
        }

        return figures;
    }

    private static async Task<IEnumerable<Figure>> UnderLoadAsync(string name, Uri address, string data, (double Pages, double Saved) goals, CancellationToken cancel)
    {
        var requests = new List<byte[]>();
        foreach (var reader in s_readers)
        {
            var person = await SignedIn.AsAsync(reader, address, null);
            requests.AddRange((await person.SectionsAsync(address, cancel)).Select(path => KeptConnection.Request("GET", path, person.Headers)));
        }

        var pages = await Load.PagesAsync(address, requests, 16, cancel);
        var (edition, questions) = Asked();
        var people = await RespondentsAsync(address, data, edition, Connections / questions.Length);
        var saves = await Load.SavesAsync(address, people, questions, Connections, TimeSpan.FromSeconds(5), cancel);
        return
        [
            new(name, "section pages, keep-alive, Brotli", pages.Rate, goals.Pages, "/s", IsLeast: true),
            new(name, "the same, 95 of 100 within", pages.Most95, 100, "ms"),
            new(name, "autosaves of 400 people, one every 5 s each", saves.Rate, 50, "/s", IsLeast: true),
            new(name, "the same, half within", saves.Median, goals.Saved, "ms"),
            new(name, "the same, 95 of 100 within", saves.Most95, goals.Saved, "ms"),
            new(name, "the same, 99 of 100 within", saves.Most99, 1000, "ms"),
            .. await ReviewsAsync(name, address, cancel),
        ];
    }

    // The page of a whole country, as 20 reviewers open one after the other.
    private static async Task<IEnumerable<Figure>> ReviewsAsync(string name, Uri address, CancellationToken cancel)
    {
        var reviewer = await SignedIn.AsAsync("ingrid.solheim@secretariat.example.org", address, null);
        var requests = (await reviewer.ReviewsAsync(address, cancel)).Select(path => KeptConnection.Request("GET", path, reviewer.Headers)).ToList();
        using var connection = new KeptConnection(address);
        var largest = 0;
        foreach (var request in requests)
        {
            largest = Math.Max(largest, (await connection.SendAsync(request, cancel)).Answer.Length);
        }

        var loaded = await Load.PagesAsync(address, requests, Reviewers, cancel);
        return
        [
            new(name, "review of a whole country, largest page, Brotli", largest / 1000.0, 100, "kB"),
            new(name, "the same, 20 reviewers at once, 95 of 100 within", loaded.Most95, 300, "ms"),
        ];
    }

    // Each in a private copy of the open edition: nearly all countries have submitted it, and what is saved takes the same way.
    private static async Task<IReadOnlyList<SignedIn>> RespondentsAsync(Uri address, string data, string edition, int wanted)
    {
        var people = new List<SignedIn>();
        var lines = File.ReadLines(Path.Combine(data, "accounts.txt")).Where(line => line.StartsWith("focal-point", StringComparison.Ordinal));
        foreach (var line in lines.Reverse())
        {
            if (people.Count < wanted)
            {
                people.Add(await SignedIn.AsAsync(line.Split(' ')[^1], address, edition));
            }
        }

        return people;
    }

    // The open edition, and as many questions of it as people of a country save at the same time.
    private static (string Edition, string[] Questions) Asked()
    {
        var problems = new Problems();
        var edition = new EditionsFolder(Repository.Root).Load("2026", problems) ?? throw new InvalidOperationException(string.Join('\n', problems.InOrder()));
        return (edition.Id, [.. edition.Questionnaire!.Questions().Where(question => question.Type.Name == "yes-partial-no").Take(4).Select(question => question.Code)]);
    }
}
