using System.Diagnostics;

namespace ChatAuth.Storage.Tests.Files;

/// <summary>What a test needs of the machine; where it is missing the test is a reported skip that says how to get it.</summary>
internal static class Needs
{
    public static void Unix()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Windows has no modes: run this on Linux or macOS.");
    }

    public static void Root()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) Assert.Ignore("Needs root on Linux: sudo dotnet test");
    }

    /// <summary>Runs a program of the system; ignores the test where it refuses.</summary>
    public static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) Assert.Ignore($"This machine does not let {program} do it: {error}");
    }
}
