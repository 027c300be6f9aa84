using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Diagnostics.Checks;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using Moq;

namespace ChatAuth.Core.Tests.Diagnostics.Checks;

internal sealed class EnvironmentCheckTests
{
    private static readonly StoredCredential Key = new(
        ProfileId.Parse("openai:env"), ProviderId.Parse("openai"), new Credential.ApiKey(null), Source: "process OPENAI_API_KEY");

    [Test]
    public async Task Line_that_was_not_understood_is_a_warning()
    {
        var check = Check(new EnvironmentReading([Key], [".env, line 3: it is no statement."]));

        Assert.That(await CheckedHost.FindAsync(check), Is.EqualTo(new[] { "warning environment-unreadable" }));
    }

    [Test]
    public async Task Key_of_the_environment_is_told_with_its_place()
    {
        var result = await Check(new EnvironmentReading([Key], [])).RunAsync(default);

        Assert.That(((CheckResult.Passed)result).Seen, Does.Contain("process OPENAI_API_KEY"));
    }

    [Test]
    public async Task Environment_without_keys_was_not_looked_at() => Assert.That(await Check(EnvironmentReading.Empty).RunAsync(default), Is.InstanceOf<CheckResult.Skipped>());

    private static EnvironmentCheck Check(EnvironmentReading reading) => new(Mock.Of<IEnvironmentKeys>(keys => keys.Read() == reading));
}
