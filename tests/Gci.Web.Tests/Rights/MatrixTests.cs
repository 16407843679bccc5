namespace Gci.Web.Tests.Rights;

/// <summary>
/// Who is answered what, for every route of the service: everybody tries each, on the own country's and on another's response, open and
/// submitted. What is expected stands in <c>rights.txt</c>.
/// </summary>
public abstract class MatrixTests(StagedService staged)
{
    private readonly Stage _stage = staged.Require().Stage;

    public static TheoryData<string> Rows { get; } = [.. RightsTable.Rows.Select(row => row.Name)];

    [Fact]
    public async Task Every_route_has_a_line_in_the_table_and_every_line_a_route()
    {
        var routes = await Endpoints.NamesAsync(staged.Service);
        if (RightsTable.Accepts)
        {
            RightsTable.Add(routes.Except(RightsTable.Rows.Select(row => row.Name)));
        }

        Assert.Equal(routes, RightsTable.Rows.Select(row => row.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Everybody_reaches_what_is_theirs_and_nothing_else(string name)
    {
        var row = RightsTable.Rows.Single(row => row.Name == name);
        var found = row with { Open = await WordAsync(row, isOwn: true, isOpen: true), Submitted = row.IsOfResponse ? await WordAsync(row, isOwn: true, isOpen: false) : "" };
        if (RightsTable.Accepts)
        {
            RightsTable.Accept(found);
        }

        Assert.Equal($"{row.Open} {row.Submitted}", $"{found.Open} {found.Submitted}");
        if (row.IsOfResponse)
        {
            Assert.Equal(Foreign(row.Open), Foreign(await WordAsync(row, isOwn: false, isOpen: true)));
            Assert.Equal(Foreign(row.Submitted), Foreign(await WordAsync(row, isOwn: false, isOpen: false)));
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task An_id_that_is_unknown_or_of_another_response_is_never_found(string name)
    {
        var row = RightsTable.Rows.Single(row => row.Name == name);
        var parts = _stage.Parts[(true, true)];
        if (row.IsOfResponse)
        {
            Assert.Equal(new('.', Stage.People.Count - 1), (await WordAsync(row, With(parts, "id", Guid.NewGuid().ToString()), Stage.People.Select(person => person.Letter)))[1..]);
        }

        foreach (var part in Stage.Ids.Where(part => row.Route.Contains($"{{{part}:guid}}", StringComparison.Ordinal)))
        {
            string[] strange = [Guid.NewGuid().ToString(), _stage.Parts[(false, true)][part], _stage.Parts[(true, false)][part]];
            foreach (var id in strange.Where(id => id != parts[part]))
            {
                Assert.Equal("..", await WordAsync(row, With(parts, part, id), "FE"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_private_copy_exists_for_its_owner_only(string name)
    {
        var row = RightsTable.Rows.Single(row => row.Name == name);
        if (row.IsOfResponse)
        {
            Assert.Equal("........", await WordAsync(row, _stage.OwnCopy, "ESVNRAXD"));
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task What_a_country_wrote_is_read_by_nobody_else_before_it_is_submitted(string name)
    {
        var row = RightsTable.Rows.Single(row => row.Name == name);
        foreach (var person in row.IsOfResponse && row.Method == "GET" ? "NRAXD" : "")
        {
            Assert.False(await Trial.ReadsAsync(_stage, person, row, _stage.Parts[(true, true)], Stage.Canary), $"{person} reads it");
        }
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> parts, string part, string id) => new(parts) { [part] = id };

    // To the respondents another country's response does not exist; to all others it makes no difference whose it is.
    private static string Foreign(string word) => string.Concat(Stage.People.Select((person, index) => Stage.Respondents.Contains(person.Letter) ? '.' : word[index]));

    private Task<string> WordAsync(RightsRow row, bool isOwn, bool isOpen) => WordAsync(row, _stage.Parts[(isOwn, isOpen)], Stage.People.Select(person => person.Letter));

    private async Task<string> WordAsync(RightsRow row, IReadOnlyDictionary<string, string> parts, IEnumerable<char> people)
    {
        var word = "";
        foreach (var person in people)
        {
            word += await Trial.OfAsync(_stage, person, row, parts);
        }

        await _stage.RenewAsync();
        return word;
    }
}

public sealed class MatrixOnSqliteTests(StagedOnSqlite staged) : MatrixTests(staged), IClassFixture<StagedOnSqlite>;

public sealed class MatrixOnPostgreSqlTests(StagedOnPostgreSql staged) : MatrixTests(staged), IClassFixture<StagedOnPostgreSql>;
