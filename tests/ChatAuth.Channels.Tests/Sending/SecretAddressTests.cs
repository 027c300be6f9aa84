using ChatAuth.Channels.Sending;

namespace ChatAuth.Channels.Tests.Sending;

internal sealed class SecretAddressTests
{
    [TestCase("https://platform.example", true)]
    [TestCase("https://platform.example/behind/a/path/", true)]
    [TestCase("http://127.0.0.1:8081", true)]
    [TestCase("http://[::1]:8081", true)]
    [TestCase("http://localhost:8081", true)]
    [TestCase("http://platform.example", false)]
    [TestCase("http://10.0.0.1:8081", false)]
    [TestCase("https://user:word@platform.example", false)]
    [TestCase("https://platform.example/?to=here", false)]
    [TestCase("ftp://127.0.0.1", false)]
    [TestCase("/relative", false)]
    public void Token_travels_over_TLS_or_stays_on_this_machine(string url, bool accepted) =>
        Assert.That(SecretAddress.Accepts(new Uri(url, UriKind.RelativeOrAbsolute)), Is.EqualTo(accepted));
}
