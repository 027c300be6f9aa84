using System.Text;
using ChatAuth.Core.Credentials;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Core.Tests.Credentials;

internal sealed class TokenAnswerTests
{
    private const string Access = "sk-ant-oat01-FAKEaccess";
    private const string Refresh = "sk-ant-ort01-FAKErefresh";

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void Whole_answer_is_granted()
    {
        var answer = Read(200, $$"""{"token_type":"bearer","access_token":"{{Access}}","refresh_token":"{{Refresh}}","expires_in":3600,"scope":"a b"}""");

        Assert.That(answer, Is.EqualTo(new TokenAnswer.Granted(SecretOf(Access), SecretOf(Refresh), Now.AddHours(1), "a b")));
    }

    [TestCase("")]
    [TestCase(",\"refresh_token\":null")]
    [TestCase(",\"refresh_token\":\"\"")]
    [TestCase(",\"expires_in\":null")]
    [TestCase(",\"expires_in\":-1")]
    [TestCase(",\"expires_in\":1e300")]
    [TestCase(",\"expires_in\":\"soon\"")]
    [TestCase(",\"scope\":[]")]
    [TestCase(",\"scope\":\"\\ud800\"")]
    public void What_is_not_stated_or_odd_is_not_known(string rest)
    {
        Assert.That(Read(200, $$"""{"access_token":"{{Access}}"{{rest}}}"""), Is.EqualTo(new TokenAnswer.Granted(SecretOf(Access), null, null, null)));
    }

    [TestCase(400, "")]
    [TestCase(400, """{"error":"invalid_grant"}""")]
    [TestCase(404, "<html>")]
    [TestCase(401, """{"error":"invalid_grant"}""")]
    [TestCase(200, """{"error":"invalid_grant"}""")]
    public void Spent_token_is_told_in_several_ways(int status, string body)
    {
        Assert.That(Read(status, body), Is.InstanceOf<TokenAnswer.Spent>());
    }

    [TestCase(429)]
    [TestCase(500)]
    [TestCase(503)]
    [TestCase(529)]
    public void Busy_issuer_says_when_to_come_again(int status)
    {
        var raw = new RawTokenAnswer(status, "<html>"u8.ToArray()) { RetryAfter = TimeSpan.FromSeconds(17) };

        Assert.That(TokenAnswer.Read(raw, Now), Is.EqualTo(new TokenAnswer.Busy(TimeSpan.FromSeconds(17))));
    }

    [TestCase(200, "")]
    [TestCase(200, "{")]
    [TestCase(200, "[]")]
    [TestCase(200, "{}")]
    [TestCase(200, """{"access_token":7}""")]
    [TestCase(200, """{"access_token":"two\nlines"}""")]
    [TestCase(200, """{"access_token":"a","access_token":"b"}""")]
    [TestCase(200, """{"access_token":"a","token_type":"mac"}""")]
    [TestCase(200, """{"access_token":"a","token_type":1}""")]
    [TestCase(200, """{"access_token":"a","refresh_token":"\u00e9"}""")]
    [TestCase(200, """{"access_token":"a","refresh_token":1}""")]
    [TestCase(200, """{"access_token":"a","\ud800":1}""")]
    [TestCase(307, "")]
    [TestCase(401, """{"error":"invalid_client"}""")]
    [TestCase(403, """{"access_token":"a"}""")]
    public void Anything_else_is_unreadable(int status, string body)
    {
        Assert.That(Read(status, body), Is.EqualTo(new TokenAnswer.Unreadable(status)));
    }

    [Test]
    public void Torn_or_changed_answer_throws_nothing()
    {
        var whole = Encoding.ASCII.GetBytes($$"""{"access_token":"{{Access}}","refresh_token":"{{Refresh}}","expires_in":3600,"scope":"\u00e9"}""");

        Prop.ForAll<byte[], NonNegativeInt>((noise, at) =>
        {
            var start = at.Get % whole.Length;
            var torn = new RawTokenAnswer(200, whole.AsMemory(0, start));
            var changed = new RawTokenAnswer(200, (byte[])[.. whole.AsSpan(0, start), .. noise, .. whole.AsSpan(start)]);

            return TokenAnswer.Read(torn, Now) is TokenAnswer.Unreadable && TokenAnswer.Read(changed, Now) is not null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Test]
    public void Answer_prints_no_secret()
    {
        var printed = Read(200, $$"""{"access_token":"{{Access}}","refresh_token":"{{Refresh}}"}""").ToString();

        Assert.That(printed, Does.Not.Contain("FAKE"));
    }

    private static TokenAnswer Read(int status, string body) => TokenAnswer.Read(new RawTokenAnswer(status, Encoding.UTF8.GetBytes(body)), Now);

    private static Secret SecretOf(string text) => Secret.TryCreate(text, out var secret) ? secret! : throw new FormatException(text);
}
