using ChatAuth.Channels.Discord;

namespace ChatAuth.Channels.Tests.Discord;

internal sealed class LibCryptoTests
{
    [Test]
    public void Library_is_looked_for_by_full_paths_of_the_system_only() =>
        Assert.That(LibCrypto.Paths(), Is.All.Match("^/(usr/lib|lib|usr/lib64|lib64|opt/homebrew/opt/openssl@3/lib|usr/local/opt/openssl@3/lib)(/|/[a-z0-9_]+-linux-gnu/)libcrypto[.](so[.]3|3[.]dylib)$"));

    [Test]
    public void What_is_not_there_or_no_library_is_passed_over()
    {
        var text = Path.GetTempFileName();
        try
        {
            Assert.That(LibCrypto.Load(["/nowhere/libcrypto.so.3", text]), Is.EqualTo(nint.Zero));
        }
        finally
        {
            File.Delete(text);
        }
    }

    [Test]
    public void Library_that_is_not_OpenSSL_is_passed_over() =>
        Assert.That(LibCrypto.Load(["/lib/x86_64-linux-gnu/libc.so.6", "/lib/aarch64-linux-gnu/libc.so.6", "/lib/libc.so.6", "/usr/lib/libSystem.dylib"]), Is.EqualTo(nint.Zero));
}
