namespace ChatAuth.Core.Profiles;

/// <summary>How long a failed credential rests. Configuration section <c>Auth:Cooldowns</c>.</summary>
public sealed class CooldownOptions
{
    /// <summary>First rest after a billing failure, in hours; doubled each time. Default 5.</summary>
    public double BillingBackoffHours { get; set; } = 5;

    /// <summary>Longest rest after billing failures, in hours. Default 24.</summary>
    public double BillingMaxHours { get; set; } = 24;

    /// <summary>Failures older than this, in hours, are forgotten. Default 24.</summary>
    public double FailureWindowHours { get; set; } = 24;

    internal TimeSpan FailureWindow => TimeSpan.FromHours(FailureWindowHours);
}
