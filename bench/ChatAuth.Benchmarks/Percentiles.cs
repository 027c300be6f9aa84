namespace ChatAuth.Benchmarks;

/// <summary>Durations in milliseconds, ranked.</summary>
internal sealed class Percentiles(IEnumerable<double> milliseconds)
{
    private readonly double[] _ranked = [.. milliseconds.Order()];

    public double Median => At(0.5);

    /// <summary>The smallest duration that this part of all did not exceed.</summary>
    public double At(double part) => _ranked[Math.Max(0, (int)Math.Ceiling(part * _ranked.Length) - 1)];
}
