namespace ChatAuth.Testing;

/// <summary>A platform's description lies beside the repository, not in it. What a test proves without it is less than its name says.</summary>
internal static class MissingSpec
{
    /// <summary>Has the test that runs be reported as skipped, after all else that it checks.</summary>
    public static void Report(object? spec, string file)
    {
        if (spec is null) Assert.Warn($"What was sent is not held against the platform's description: put {file} into ../shared/specs.");
    }
}
