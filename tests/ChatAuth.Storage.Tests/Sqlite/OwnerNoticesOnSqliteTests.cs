using ChatAuth.Core.Access;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Storage.Tests.Sqlite;

/// <summary>Processes that share nothing but a database tell owners as one.</summary>
[TestFixture]
public sealed class OwnerNoticesOnSqliteTests
{
    private RecordingOwners _owners = null!;
    private DirectoryInfo _directory = null!;
    private TestWorld _one = null!;
    private TestWorld _other = null!;

    [SetUp]
    public async Task SetUp()
    {
        _owners = new RecordingOwners();
        _directory = Directory.CreateTempSubdirectory("chatauth-owners-");
        _one = new TestWorld(services: Share);
        _other = _one.Again(Share);
        await _one.Access.SaveOwnerAsync(new Person("telegram", 42), owner: true, default);
    }

    [TearDown]
    public async Task TearDown()
    {
        await _other.DisposeAsync();
        await _one.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    [Test]
    public async Task Each_of_many_ends_is_told_once()
    {
        for (var at = 0; at < 20; at++) _one.Credentials.Token($"anthropic:p{at}", _one.Time.GetUtcNow().AddHours(1));

        await Task.WhenAll(Task.Run(_one.TellOwners), Task.Run(_other.TellOwners));

        Assert.That(_owners.Notices.Select(notice => notice.Profile).ToList(), Is.Unique.And.Count.EqualTo(20));
    }

    [Test]
    public async Task Pin_that_broke_in_one_process_is_told_by_another_and_once()
    {
        _one.Credentials.Key("anthropic:work");
        await _one.Type("/model opus@work");
        _one.Credentials.Remove("anthropic:work");
        await _one.Refusal("hello");

        await _other.TellOwners();
        await _one.TellOwners();
        await using (var later = _one.Again(Share)) await later.TellOwners();

        var told = (OwnerNotice.PinsBroken)_owners.Notices.Single();
        Assert.That($"{told.Pins.Single().Conversation}", Is.EqualTo("terminal:local:main"));
    }

    private void Share(IServiceCollection services) =>
        services.AddSingleton<IOwnerSink>(_owners).AddChatAuthSqlite(Path.Combine(_directory.FullName, "chatauth.db"));
}
