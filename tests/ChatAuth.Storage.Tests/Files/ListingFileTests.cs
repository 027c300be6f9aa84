using System.Text;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Storage.Files;
using ChatAuth.Testing.Contracts;

namespace ChatAuth.Storage.Tests.Files;

[TestFixture]
public sealed class ListingFileTests : ListingCacheContract
{
    private TemporaryState _state = null!;
    private string _path = null!;

    [TearDown]
    public void RemoveState() => _state.Dispose();

    [Test]
    public async Task File_is_its_owners_alone()
    {
        Needs.Unix();

        await Save("m");

        Assert.That(TemporaryState.ModeOf(_path), Is.EqualTo(TemporaryState.OwnerOnly));
    }

    [Test]
    public async Task List_saved_by_another_process_is_seen()
    {
        var one = Open();
        await Save("old");
        one.Load();
        await new ListingFile(_state.State, TimeProvider.System).SaveAsync([Listing(Profile(), new OfferedModel("new", null)) with { At = Time.AddHours(1) }], default);

        Assert.That(one.Load().Find(Profile())!.Models.Single().Id, Is.EqualTo("new"));
    }

    [Test]
    public async Task File_that_stands_is_read_once()
    {
        await Save("m");
        var file = new ListingFile(_state.State, new LaterClock());

        var (first, second) = (file.Load(), file.Load());

        Assert.That(second, Is.SameAs(first));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("{\"version\":1}")]
    [TestCase("{\"version\":1,\"listings\":{}}")]
    [TestCase("{\"version\":2,\"listings\":[]}")]
    public void File_that_cannot_be_read_counts_as_absent_and_says_so(string content)
    {
        _state.Write(_path, Encoding.UTF8.GetBytes(content));

        var cached = Open().Load();

        Assert.That(cached.All, Is.Empty);
        Assert.That(cached.Fault, Does.StartWith(_path));
    }

    [TestCase("1")]
    [TestCase("{}")]
    [TestCase("""{"profile":"anthropic:work","payer":"p","at":-1,"models":[]}""")]
    [TestCase("""{"profile":"anthropic:work","payer":"p","at":1e300,"models":[]}""")]
    [TestCase("""{"profile":"no profile","payer":"p","at":1,"models":[]}""")]
    [TestCase("""{"profile":"anthropic:work","payer":"p","at":1,"models":{}}""")]
    public void List_that_makes_no_sense_is_left_out(string listing)
    {
        _state.Write(_path, Encoding.UTF8.GetBytes($$"""{"version":1,"listings":[{{listing}}]}"""));

        Assert.That(Open().Load().All, Is.Empty);
    }

    [Test]
    public void Models_of_a_file_are_judged_as_those_of_a_vendor()
    {
        _state.Write(_path, Encoding.UTF8.GetBytes(
            """{"version":1,"listings":[{"profile":"anthropic:work","payer":"p","at":1,"models":[{"id":"ok","label":"O\u202EK"},{"id":"no id"},{"id":"\ud800"},7]}]}"""));

        Assert.That(Open().Load().All.Single().Models, Is.EqualTo(new[] { new OfferedModel("ok", "OK") }));
    }

    [TestCase("""{"profile":"anthropic:work","payer":"p","at":1,"models":[{"id":"ok"}]}""")]
    [TestCase("""{"profile":"anthropic:work","payer":"p","at":1,"complete":1,"models":[{"id":"ok"}]}""")]
    [TestCase("""{"profile":"anthropic:work","payer":"p","at":1,"complete":true,"models":[{"id":"ok"},{"id":"no id"}]}""")]
    public void List_that_may_lack_something_is_not_complete(string listing)
    {
        _state.Write(_path, Encoding.UTF8.GetBytes($$"""{"version":1,"listings":[{{listing}}]}"""));

        Assert.That(Open().Load().All.Single().IsComplete, Is.False);
    }

    [Test]
    public void File_that_others_can_read_counts_as_absent()
    {
        Needs.Unix();
        _state.Write(_path, "{\"version\":1,\"listings\":[]}"u8.ToArray());
        TemporaryState.SetMode(_path, TemporaryState.OwnerOnly | UnixFileMode.OtherRead);

        Assert.That(Open().Load().Fault, Does.StartWith(_path));
    }

    [Test]
    public async Task Damaged_file_is_replaced_by_the_next_list()
    {
        _state.Write(_path, [0xFF]);

        await Save("m");

        Assert.That((Open().Load().All.Count, Open().Load().Fault), Is.EqualTo((1, (string?)null)));
    }

    [Test]
    public void File_of_a_newer_version_is_not_written()
    {
        var newer = "{\"version\":2}"u8.ToArray();
        _state.Write(_path, newer);

        Assert.That(() => Save("m"), Fails.With(ErrorCode.StoreNewer));
        Assert.That(File.ReadAllBytes(_path), Is.EqualTo(newer));
    }

    [Test]
    public async Task Writer_that_was_killed_costs_nothing_of_the_last_list()
    {
        await Save("m");
        var whole = await File.ReadAllBytesAsync(_path);
        using (TemporaryFile.Create(_path, whole.AsSpan(0, whole.Length / 2), replaced: null, allowGroupReadable: false))
        {
            Assert.That(Open().Load().Find(Profile())!.Models.Single().Id, Is.EqualTo("m"));
        }
    }

    [Test]
    public async Task Longest_lists_fit_the_file_and_the_oldest_go()
    {
        var models = Enumerable.Range(0, OfferedModels.Most).Select(number => new OfferedModel($"{number:0000}{new string('日', 250)}", new string('日', 80))).ToArray();
        await Open().SaveAsync([.. Enumerable.Range(0, 4).Select(number => Listing(Profile($"anthropic:a{number}"), models) with { At = Time.AddHours(number) })], default);

        var cached = Open().Load();

        Assert.That(cached.Fault, Is.Null);
        Assert.That(cached.Find(Profile("anthropic:a3"))!.Models, Has.Count.EqualTo(OfferedModels.Most));
        Assert.That(cached.Find(Profile("anthropic:a0")), Is.Null);
    }

    protected override IListingCache Create()
    {
        _state = new TemporaryState();
        _path = Path.Combine(_state.Root, "models.json");
        return Open();
    }

    private ListingFile Open() => new(_state.State, TimeProvider.System);

    private Task Save(string model) => Open().SaveAsync([Listing(Profile(), new OfferedModel(model, null))], default);
}
