using System.Text;

namespace ChatAuth.Testing.Telemetry;

/// <summary>What a collector was sent.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Headers">Its headers, one a line.</param>
/// <param name="Body">Its body: protobuf, in which texts stand as they are.</param>
public sealed record FakeCollectorRequest(string Path, string Headers, byte[] Body)
{
    /// <summary>The body as text.</summary>
    public string Text { get; } = Encoding.Latin1.GetString(Body);
}
