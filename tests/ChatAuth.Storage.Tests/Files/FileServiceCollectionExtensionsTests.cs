using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Files;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Storage.Tests.Files;

public sealed class FileServiceCollectionExtensionsTests
{
    [Test]
    public void AddChatAuthFiles_touches_no_disk_before_the_first_use()
    {
        using var temporary = new TemporaryState();
        var path = Path.Combine(temporary.Root, "state");
        using var services = new ServiceCollection().AddChatAuthFiles(path).BuildServiceProvider();

        _ = services.GetRequiredService<ICredentialStore>();

        Assert.That(Directory.Exists(path), Is.False);
    }

    [Test]
    public void AddChatAuthFiles_gives_fingerprints_by_the_installations_key()
    {
        using var temporary = new TemporaryState();
        using var services = new ServiceCollection().AddChatAuthFiles(temporary.Root).BuildServiceProvider();

        _ = services.GetRequiredService<Fingerprints>();

        Assert.That(File.Exists(Path.Combine(temporary.State.Keys, "fingerprint.key")));
    }

    [Test]
    public void AddChatAuthFiles_leaves_a_store_that_is_registered()
    {
        using var temporary = new TemporaryState();
        var own = temporary.Open();

        using var services = new ServiceCollection().AddSingleton<ICredentialStore>(own).AddChatAuthFiles(temporary.Root).BuildServiceProvider();

        Assert.That(services.GetRequiredService<ICredentialStore>(), Is.SameAs(own));
    }
}
