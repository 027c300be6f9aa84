using ChatAuth.Core.Errors;

namespace ChatAuth.Configuration;

/// <summary>Where the state is. It is found before its own configuration file can be read.</summary>
internal static class StateLocation
{
    /// <summary>The variable that names it.</summary>
    public const string Variable = "CHATAUTH_STATE_DIR";

    /// <summary>What the caller names, else the variable, else the other layers, else <c>~/.chatauth</c>; absolute.</summary>
    /// <exception cref="ChatAuthException">Nothing names it, and there is no home directory.</exception>
    public static string Find(string? named, ProcessEnvironment environment, string? configured)
    {
        string?[] places = [named, environment.Variables.GetValueOrDefault(Variable), configured];
        var place = places.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? "~/.chatauth";
        if (place != "~" && !place.StartsWith("~/", StringComparison.Ordinal)) return Path.GetFullPath(place);
        if (environment.Home.Length == 0)
            throw new ChatAuthException(ErrorCode.ConfigurationInvalid, $"{Variable}: must be set where the user has no home directory");
        return Path.GetFullPath(Path.Join(environment.Home, place[1..]));
    }
}
