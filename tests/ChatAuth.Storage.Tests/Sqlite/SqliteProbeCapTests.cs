using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Storage.Tests.Sqlite;

/// <summary>What a person may probe in a day, counted over processes that share the session database.</summary>
[TestFixture]
public sealed class SqliteProbeCapTests
{
    private TemporaryDatabase _files = null!;
    private TestWorld _one = null!;
    private TestWorld _other = null!;

    [SetUp]
    public void SetUp()
    {
        _files = new TemporaryDatabase();
        var time = new FakeTime();
        _one = new TestWorld(settings => settings with { ProbesPerDay = 7 }, services => Share(services, time), time);
        _one.Credentials.Login("anthropic:work");
        _other = _one.Again(services => Share(services, time));
    }

    [TearDown]
    public async Task TearDown()
    {
        await _other.DisposeAsync();
        await _one.DisposeAsync();
        _files.Dispose();
    }

    [Test]
    public async Task Fifty_tests_at_once_in_two_processes_and_many_conversations_are_as_many_as_allowed()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(tap => Task.Run(() =>
        {
            var world = tap % 2 == 0 ? _one : _other;
            return world.Type("/model test", world.Operator($"t{tap % 5}") with { Cause = new ChangeCause($"tap {tap}") });
        })));

        Assert.That(replies.OfType<CommandReply.Tested>().Count(), Is.EqualTo(7));
        Assert.That(replies.OfType<CommandReply.Failed>().Select(failed => failed.Code).Distinct(), Is.EqualTo(new[] { ErrorCode.ProbeLimit }));
        Assert.That(_one.Vendor.Seen, Has.Exactly(7).Items);
    }

    [Test]
    public async Task Restart_forgets_none_of_them()
    {
        for (var test = 0; test < 7; test++) await _one.Type<CommandReply.Tested>("/model test");

        var refused = await _other.Type<CommandReply.Failed>("/model test", _other.Operator() with { Cause = new ChangeCause("after") });

        Assert.That((refused.Code, refused.Until), Is.EqualTo((ErrorCode.ProbeLimit, _one.Time.GetUtcNow().AddDays(1))));
    }

    private void Share(IServiceCollection services, FakeTime time)
    {
        var database = _files.Open();
        services.AddSingleton<ISessionStore>(new SqliteSessionStore(database, time));
        services.AddSingleton<IAccessStore>(new SqliteAccessStore(database));
    }
}
