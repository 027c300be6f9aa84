using ChatAuth.Core.Access;
using ChatAuth.Core.Delivery;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Storage.Files;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Storage.Tests.Files;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteServiceCollectionExtensionsTests
{
    [Test]
    public async Task All_stores_work_on_the_one_file()
    {
        using var files = new TemporaryDatabase();
        await using var services = new ServiceCollection().AddChatAuthSqlite(files.Path).BuildServiceProvider();

        await services.GetRequiredService<IAccessStore>().SaveOwnerAsync(new Person("telegram", 1), owner: true, default);

        var snapshot = await services.GetRequiredService<ISessionStore>().LoadAsync(SessionKey.Terminal("t1"), null, default);
        Assert.That(snapshot.Grants.Owners, Has.Count.EqualTo(1));
        Assert.That(services.GetRequiredService<IHealthStore>(), Is.TypeOf<SqliteHealthStore>());
        Assert.That(services.GetRequiredService<IDeliveryLedger>(), Is.TypeOf<SqliteDeliveryLedger>());
        Assert.That(services.GetRequiredService<ILeaseStore>(), Is.TypeOf<SqliteLeaseStore>());
    }

    [Test]
    public async Task Missing_state_directory_is_made_for_its_owner_at_the_first_change_and_not_before()
    {
        using var files = new TemporaryDatabase();
        var state = new StateDirectory(Path.Combine(Path.GetDirectoryName(files.Path)!, "state"));
        await using var services = new ServiceCollection().AddSingleton(state).AddChatAuthSqlite(state.Database).BuildServiceProvider();
        var access = services.GetRequiredService<IAccessStore>();

        await access.LoadAsync(default);
        var madeByReading = Directory.Exists(state.Location);
        await access.SaveOwnerAsync(new Person("telegram", 1), owner: true, default);

        Assert.That(madeByReading, Is.False);
        Assert.That(TemporaryState.ModeOf(state.Location), Is.EqualTo(TemporaryState.OwnerOnly | UnixFileMode.UserExecute).Or.EqualTo(UnixFileMode.None));
    }

    [Test]
    public void Store_that_is_registered_already_stays()
    {
        var services = new ServiceCollection().AddSingleton<ISessionStore>(_ => null!).AddChatAuthSqlite("unused.db");

        Assert.That(services.Count(service => service.ServiceType == typeof(ISessionStore)), Is.EqualTo(1));
    }
}
