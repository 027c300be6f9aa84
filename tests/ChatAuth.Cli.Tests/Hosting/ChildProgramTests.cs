using ChatAuth.Cli.Hosting;

namespace ChatAuth.Cli.Tests.Hosting;

internal sealed class ChildProgramTests
{
    [TestCase("ANTHROPIC_BASE_URL")]
    [TestCase("CHATAUTH_STATE_DIR")]
    [TestCase("CHATAUTH__TELEGRAM__TOKEN")]
    [TestCase("OPENAI_API_KEY")]
    [TestCase("GH_TOKEN")]
    [TestCase("CLAUDE_CODE_OAUTH_TOKEN")]
    [TestCase("DB_PASSWORD")]
    public void Variable_of_ours_or_of_a_secret_is_withheld(string name) => Assert.That(ChildProgram.IsWithheld(name));

    [TestCase("PATH")]
    [TestCase("HOME")]
    [TestCase("TERM")]
    [TestCase("HTTPS_PROXY")]
    [TestCase("CLAUDE_CONFIG_DIR")]
    public void Other_variable_is_handed_on(string name) => Assert.That(ChildProgram.IsWithheld(name), Is.False);

    [Test]
    public async Task Program_that_is_not_there_has_no_exit_code() =>
        Assert.That(await ChildProgram.RunAsync(["chatauth-no-such-program"], default), Is.Null);

    [Test]
    public async Task Exit_code_is_the_programs() =>
        Assert.That(await ChildProgram.RunAsync([Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", "chatauth-no-such-file.dll"], default), Is.Not.Zero.And.Not.Null);
}
