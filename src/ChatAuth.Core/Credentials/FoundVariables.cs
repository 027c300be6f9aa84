namespace ChatAuth.Core.Credentials;

/// <summary>What one place of the environment holds of the names in <see cref="ProviderVariables"/>.</summary>
/// <param name="Values">The values by name. Null is a malformed one: it is there, so nobody else is charged instead. A blank one is absent.</param>
/// <param name="Faults">What is wrong, each as a sentence without any content.</param>
public sealed record FoundVariables(IReadOnlyDictionary<string, Secret?> Values, IReadOnlyList<string> Faults)
{
    /// <summary>What is to be known about a place that was read all the same, each as a sentence with a command. Default: nothing.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>A place that holds nothing.</summary>
    public static FoundVariables Empty { get; } = new(new Dictionary<string, Secret?>(), []);

    /// <summary>A place that could not be read.</summary>
    public static FoundVariables Unread(string fault) => new(Empty.Values, [fault]);

    /// <summary>Looks every name of the table up.</summary>
    /// <param name="place">What the place is called in a fault, such as <c>process</c>.</param>
    /// <param name="lookup">The text of a variable; null when it is not set.</param>
    public static FoundVariables In(string place, Func<string, string?> lookup)
    {
        var values = new Dictionary<string, Secret?>();
        var faults = new List<string>();
        foreach (var provider in ProviderVariables.All)
        {
            foreach (var name in provider.Names)
            {
                if (lookup(name) is not { } text || string.IsNullOrWhiteSpace(text)) continue;
                if (!ProviderVariables.TryRead(text, out var secret)) faults.Add($"{place}: {name} does not hold a key.");
                values[name] = secret;
            }
        }
        return new FoundVariables(values, faults);
    }
}
