using ChatAuth.Configuration;

namespace ChatAuth.Tests.Configuration;

[TestFixture]
internal sealed class DemoCommandsTests
{
    [TestCase(null, "/home/ann/.chatauth", "CHATAUTH_STATE_DIR=~/.chatauth/demo ")]
    [TestCase("/srv/secret", "/srv/secret", "CHATAUTH_STATE_DIR=\"$CHATAUTH_STATE_DIR/demo\" ")]
    [TestCase(null, "/srv/configured", "CHATAUTH_STATE_DIR=<state directory>/demo ")]
    public void Commands_reach_the_demonstration_and_name_no_path_of_the_host(string? variable, string state, string prefix)
    {
        var variables = variable is null ? [] : new Dictionary<string, string> { ["CHATAUTH_STATE_DIR"] = variable };

        Assert.That(DemoCommands.Prefix(state, new ProcessEnvironment(variables, "/home/ann")), Is.EqualTo(prefix));
    }
}
