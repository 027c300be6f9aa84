using ChatAuth.Providers.OAuth;

namespace ChatAuth.Providers.Tests.OAuth;

/// <summary>What it does with visitors is tried in <see cref="SignInTests"/>.</summary>
internal sealed class LoopbackRedirectTests
{
    [Test]
    public void Free_port_is_found_for_each_sign_in()
    {
        using var first = LoopbackRedirect.Open(0);
        using var second = LoopbackRedirect.Open(0);

        Assert.That(first!.Address.AbsoluteUri, Does.Match("^http://127[.]0[.]0[.]1:[0-9]+/callback$"));
        Assert.That(second!.Address.Port, Is.Not.EqualTo(first.Address.Port));
    }

    [Test]
    public void Closed_port_can_be_opened_again()
    {
        int port;
        using (var first = LoopbackRedirect.Open(0)) port = first!.Address.Port;

        using var again = LoopbackRedirect.Open(port);

        Assert.That(again!.Address.Port, Is.EqualTo(port));
    }
}
