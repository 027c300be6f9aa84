using ChatAuth.Testing;

namespace ChatAuth.Channels.Tests.Text;

/// <summary>The golden files of rendered replies, by name.</summary>
internal static class Golden
{
    public static void Matches(string name, string actual) =>
        GoldenFile.Matches($"tests/ChatAuth.Channels.Tests/Text/Golden/{name}.txt", actual + "\n");
}
