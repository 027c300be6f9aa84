namespace ChatAuth.Testing.Telemetry;

/// <summary>One measurement of an instrument.</summary>
/// <param name="Instrument">Its name.</param>
/// <param name="Value">What was added or recorded.</param>
/// <param name="Tags">Its tags.</param>
public sealed record Measured(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags)
{
    public override string ToString() => $"{Instrument} {Value} {string.Join(' ', Tags.Select(tag => $"{tag.Key}={tag.Value}"))}";
}
