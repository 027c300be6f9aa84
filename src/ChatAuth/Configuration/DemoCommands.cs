namespace ChatAuth.Configuration;

/// <summary>How commands on the host reach the demonstration, whose state is below the installation's.</summary>
internal static class DemoCommands
{
    /// <summary>What stands before <c>chatauth</c>, ready to be pasted into a shell where that can be known. Strangers read it: no path of the host is in it.</summary>
    /// <param name="stateDirectory">The installation's state directory.</param>
    /// <param name="environment">The process.</param>
    public static string Prefix(string stateDirectory, ProcessEnvironment environment) =>
        !string.IsNullOrEmpty(environment.Variables.GetValueOrDefault(StateLocation.Variable)) ? $"{StateLocation.Variable}=\"${StateLocation.Variable}/demo\" "
        : stateDirectory == Path.Join(environment.Home, ".chatauth") ? $"{StateLocation.Variable}=~/.chatauth/demo "
        : $"{StateLocation.Variable}=<state directory>/demo ";
}
