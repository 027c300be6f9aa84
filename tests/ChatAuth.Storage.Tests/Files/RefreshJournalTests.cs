using System.Text;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Files;
using ChatAuth.Testing.Contracts;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Storage.Tests.Files;

public sealed class RefreshJournalTests : RefreshJournalContract
{
    private static readonly RefreshIntent Intent = new(1, DateTimeOffset.UnixEpoch, AgentId.Main, ProfileId.Parse("anthropic:work"), "fake-place");
    private TemporaryState _root = null!;

    private RefreshDirectory Pages => new(Path.Join(_root.Root, "chatauth", "refresh"));

    [SetUp]
    public void SetUp() => _root ??= new TemporaryState();

    [TearDown]
    public void TearDown()
    {
        _root.Dispose();
        _root = null!;
    }

    protected override IRefreshJournal Make()
    {
        _root ??= new TemporaryState();
        return Open();
    }

    protected override IRefreshJournal Again(IRefreshJournal journal) => Open();

    [Test]
    public void Directory_follows_the_environment_of_the_user()
    {
        Needs.Unix();
        var family = new RefreshFamily("00");

        var stated = RefreshDirectory.Of(name => name == "XDG_STATE_HOME" ? "/fake/state" : "/fake/home").PageOf(family);
        var relative = RefreshDirectory.Of(name => name == "XDG_STATE_HOME" ? "state" : "/fake/home").PageOf(family);

        Assert.That(stated, Is.EqualTo("/fake/state/chatauth/refresh/00.refresh"));
        Assert.That(relative, Is.EqualTo("/fake/home/.local/state/chatauth/refresh/00.refresh"));
    }

    [Test]
    public void Environment_without_a_home_is_refused() =>
        Assert.That(RefreshDirectory.Of(_ => null).Verify, Throws.TypeOf<ChatAuthException>().With.Property("Code").EqualTo(ErrorCode.StateUnsafe));

    [Test]
    public async Task Files_are_their_owners_alone()
    {
        Needs.Unix();
        using (var page = await Open().OpenAsync(FamilyOf("fake-refresh"), default)) page.Intend(Intent);

        var files = Directory.GetFiles(Path.Join(_root.Root, "chatauth", "refresh"));

        Assert.That(files.Select(TemporaryState.ModeOf), Has.All.EqualTo(TemporaryState.OwnerOnly));
    }

    [Test]
    public async Task Room_for_the_largest_answer_is_taken_before_anything_is_sent()
    {
        var family = FamilyOf("fake-refresh");
        using var page = await Open().OpenAsync(family, default);

        page.Intend(Intent);
        var before = new FileInfo(Pages.PageOf(family)).Length;
        page.Keep(new RawTokenAnswer(200, new byte[64 * 1024]));

        Assert.That(new FileInfo(Pages.PageOf(family)).Length, Is.EqualTo(before));
        Assert.That(RefreshPage.Read(Pages.PageOf(family)).Answer!.Body.Length, Is.EqualTo(64 * 1024));
    }

    [Test]
    public async Task Closed_page_holds_no_byte_of_the_answer()
    {
        var family = FamilyOf("fake-refresh");
        using (var page = await Open().OpenAsync(family, default))
        {
            page.Intend(Intent);
            page.Keep(new RawTokenAnswer(200, Encoding.UTF8.GetBytes("fake-answer-that-is-secret")));
            page.Close(RefreshEnd.Replaced);
        }

        var bytes = await File.ReadAllBytesAsync(Pages.PageOf(family));

        Assert.That(Encoding.Latin1.GetString(bytes), Does.Not.Contain("fake-answer"));
        Assert.That(bytes, Has.Length.EqualTo(1024));
    }

    [Test]
    public async Task Answer_that_was_torn_is_none([Values(1, 20, 40, 60)] int at)
    {
        var family = FamilyOf("fake-refresh");
        using (var page = await Open().OpenAsync(family, default))
        {
            page.Intend(Intent);
            page.Keep(new RawTokenAnswer(200, new byte[40]));
        }
        var bytes = await File.ReadAllBytesAsync(Pages.PageOf(family));
        bytes[4096 + at] ^= 1;
        await File.WriteAllBytesAsync(Pages.PageOf(family), bytes);

        var record = RefreshPage.Read(Pages.PageOf(family));

        Assert.That((record.First, record.Answer), Is.EqualTo((Intent, (RawTokenAnswer?)null)));
    }

    [Test]
    public async Task Token_that_ended_is_forgotten_400_days_before_the_newest()
    {
        var (old, recent) = (FamilyOf("fake-old"), FamilyOf("fake-recent"));
        foreach (var family in new[] { old, recent })
        {
            using var page = await Open().OpenAsync(family, default);
            page.Intend(Intent);
            page.Close(RefreshEnd.Replaced);
        }
        File.SetLastWriteTimeUtc(Pages.PageOf(old), DateTime.UtcNow.AddDays(-401));

        Open().ListPending();

        Assert.That(new[] { old, recent }.Select(family => File.Exists(Pages.PageOf(family))), Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public async Task Page_of_somebody_else_stops_the_refresh()
    {
        Needs.Unix();
        var family = FamilyOf("fake-refresh");
        using (var page = await Open().OpenAsync(family, default)) page.Intend(Intent);
        TemporaryState.SetMode(Pages.PageOf(family), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Assert.That(async () => await Open().OpenAsync(family, default), Throws.TypeOf<ChatAuthException>().With.Property("Code").EqualTo(ErrorCode.StoreTooOpen));
    }

    private RefreshJournal Open() => new(Pages, TimeProvider.System);

    private RefreshFamily FamilyOf(string token) => Open().FamilyOf(new Uri("https://issuer.example/token"), RefreshWorld.SecretOf(token));
}
