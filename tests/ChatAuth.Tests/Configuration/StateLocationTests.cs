using ChatAuth.Configuration;
using ChatAuth.Core.Errors;

namespace ChatAuth.Tests.Configuration;

[TestFixture]
internal sealed class StateLocationTests
{
    private static readonly ProcessEnvironment Set = With("/var/variable");
    private static readonly ProcessEnvironment Unset = With(" ");

    [Test]
    public void State_directory_that_the_caller_names_wins()
    {
        var found = StateLocation.Find("/var/named", Set, "/var/configured");

        Assert.That(found, Is.EqualTo("/var/named"));
    }

    [Test]
    public void State_directory_of_the_variable_wins_over_the_configuration()
    {
        var found = StateLocation.Find(null, Set, "/var/configured");

        Assert.That(found, Is.EqualTo("/var/variable"));
    }

    [Test]
    public void State_directory_of_the_configuration_wins_over_the_home()
    {
        var found = StateLocation.Find(null, Unset, "/var/./configured");

        Assert.That(found, Is.EqualTo("/var/configured"));
    }

    [TestCase(null, "/home/fake/.chatauth")]
    [TestCase("~", "/home/fake")]
    [TestCase("~/state", "/home/fake/state")]
    public void State_directory_in_the_home_is_absolute(string? configured, string expected)
    {
        var found = StateLocation.Find(null, Unset, configured);

        Assert.That(found, Is.EqualTo(expected));
    }

    [Test]
    public void State_directory_without_a_home_is_refused()
    {
        var thrown = Assert.Throws<ChatAuthException>(() => StateLocation.Find(null, Unset with { Home = "" }, null))!;

        Assert.That(thrown.Code, Is.EqualTo(ErrorCode.ConfigurationInvalid));
        Assert.That(thrown.Detail, Does.StartWith("CHATAUTH_STATE_DIR: "));
    }

    private static ProcessEnvironment With(string variable) =>
        new(new Dictionary<string, string> { ["CHATAUTH_STATE_DIR"] = variable }, "/home/fake");
}
