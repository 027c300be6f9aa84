using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Tests.Credentials;

internal sealed class SecretInputTests
{
    private const string Tail = "FAKEQz7Xw9Lm2Kp4Vt8Rn3BcYh6Jd5Gs";

    [TestCase("fake-key")]
    [TestCase("  fake-key\r\n")]
    [TestCase("\"fake-key\"")]
    [TestCase("'fake-key'")]
    [TestCase("`fake-key`")]
    [TestCase("fake-key;")]
    [TestCase("export OPENAI_API_KEY=fake-key")]
    [TestCase("export OPENAI_API_KEY=\"fake-key\";")]
    [TestCase("OPENAI_API_KEY='fake-key'")]
    public void What_stands_around_a_key_is_taken_off(string text)
    {
        var fault = Read(text, "openai", isToken: false, out var secret);

        Assert.That(fault, Is.Null);
        Assert.That(secret!.Reveal(), Is.EqualTo("fake-key"));
    }

    [TestCase("abc=def==")]
    [TestCase("'half")]
    public void What_belongs_to_a_key_stays(string text)
    {
        Read(text, "openai", isToken: false, out var secret);

        Assert.That(secret!.Reveal(), Is.EqualTo(text));
    }

    [TestCase(null, "secret-missing")]
    [TestCase(" \n", "secret-missing")]
    [TestCase("''", "secret-malformed")]
    [TestCase("two words", "secret-malformed")]
    [TestCase("two\nlines", "secret-malformed")]
    [TestCase("schlüssel", "secret-malformed")]
    [TestCase("nul\0", "secret-malformed")]
    public void What_is_no_secret_is_refused(string? text, string code) =>
        Assert.That(Read(text, "openai", isToken: false, out _), Is.EqualTo(code));

    [Test]
    public void Secret_has_a_greatest_length()
    {
        Assert.That(Read(new string('x', 8 * 1024), "openai", isToken: false, out _), Is.Null);
        Assert.That(Read(new string('x', (8 * 1024) + 1), "openai", isToken: false, out _), Is.EqualTo("secret-malformed"));
    }

    [TestCase("sk-ant-api03-" + Tail, "openai")]
    [TestCase("sk-proj-" + Tail, "anthropic")]
    [TestCase("AIza" + Tail, "openai")]
    [TestCase("xoxb-" + Tail, "anthropic")]
    public void Key_of_another_vendor_is_refused(string text, string provider) =>
        Assert.That(Read(text, provider, isToken: false, out _), Is.EqualTo("secret-of-other-vendor"));

    [TestCase("sk-ant-api03-" + Tail, "anthropic")]
    [TestCase("sk-proj-" + Tail, "openai-codex")]
    [TestCase("AIza" + Tail, "google")]
    [TestCase("sk-FAKEQz7Xw9Lm2Kp4Vt8Rn3BcYh6Jd5GsUu1E", "moonshot")]
    public void Key_of_its_vendor_is_taken(string text, string provider) => Assert.That(Read(text, provider, isToken: false, out _), Is.Null);

    [TestCase("sk-ant-api03-" + Tail, true)]
    [TestCase("sk-ant-oat01-" + Tail + Tail + Tail, false)]
    [TestCase("sk-ant-ort01-" + Tail + Tail + Tail, true)]
    public void Secret_of_another_kind_is_refused(string text, bool isToken) =>
        Assert.That(Read(text, "anthropic", isToken, out _), Is.EqualTo("secret-of-other-kind"));

    [TestCase(79, "setup-token-short")]
    [TestCase(80, null)]
    public void Setup_token_has_a_least_length(int length, string? code) =>
        Assert.That(Read(("sk-ant-oat01-" + Tail + Tail + Tail)[..length], "anthropic", isToken: true, out _), Is.EqualTo(code));

    [TestCase("sk-ant-api03-" + Tail)]
    [TestCase("anthropic:Qz7Xw9Lm2Kp4Vt8Rn3Bc")]
    [TestCase("Qz7Xw9Lm2Kp4Vt8Rn3Bc")]
    public void Name_that_could_be_a_secret_is_suspect(string name) => Assert.That(SecretInput.IsSuspect(name));

    [TestCase("anthropic:work")]
    [TestCase("google:me+tag@example.com")]
    [TestCase("anthropic/claude-opus-4-5-20251101")]
    [TestCase("openrouter/meta-llama/Llama-3.1-70B-Instruct-Turbo")]
    [TestCase("together/Qwen/Qwen2.5-Coder-32B-Instruct")]
    [TestCase("")]
    public void Ordinary_name_is_not(string name) => Assert.That(SecretInput.IsSuspect(name), Is.False);

    private static string? Read(string? text, string provider, bool isToken, out Secret? secret) =>
        SecretInput.Read(text, ProviderId.Parse(provider), isToken, out secret)?.Id;
}
