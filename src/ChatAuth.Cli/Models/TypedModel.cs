using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;

namespace ChatAuth.Cli.Models;

/// <summary>The model that an argument names: by alias, in full, or by an id that one provider has. Never a near miss.</summary>
internal static class TypedModel
{
    /// <summary>Looks it up; the allowlist does not count, for that is what the operator is about to change.</summary>
    /// <returns>What speaks against it; null when nothing does.</returns>
    public static ErrorCode? Find(ModelCatalog catalog, string typed, out ModelRef model)
    {
        model = default;
        if (SecretInput.IsSuspect(typed)) return ErrorCode.SecretInArgument;
        if (catalog.Aliases.TryGetValue(typed, out var aliased))
        {
            model = aliased.Ref;
            return null;
        }
        if (ModelRef.TryParse(typed, out model) && catalog.Providers.Contains(model.Provider)) return null;
        var sameId = catalog.Models.Where(listed => listed.Ref.Model.Equals(typed, StringComparison.OrdinalIgnoreCase)).Select(listed => listed.Ref).ToList();
        model = sameId is [var only] ? only : default;
        return sameId.Count switch
        {
            0 => ErrorCode.ModelUnknown,
            1 => null,
            _ => ErrorCode.ModelAmbiguous,
        };
    }

    /// <summary>Says what is wrong, and the nearest that would not be.</summary>
    /// <returns>The exit code.</returns>
    public static int Fail(CliHost host, ErrorCode code, ModelCatalog catalog, string typed)
    {
        var exitCode = host.Fail(code);
        if (code != ErrorCode.ModelUnknown) return exitCode;
        var known = catalog.Aliases.Keys.Concat(catalog.Models.Select(listed => listed.Ref.ToString()));
        if (NearMiss.Of(typed, known, count: 1).FirstOrDefault() is { } nearest) host.Error.WriteLine($"nearest: {nearest}");
        return exitCode;
    }
}
