using ChatAuth.Core.Errors;

namespace ChatAuth.Core.Diagnostics;

/// <summary>Something that the doctor found.</summary>
/// <param name="Code">Its stable name in kebab case.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What is so, as a sentence for the operator.</param>
/// <param name="Remedy">What to do; a command that can be pasted, or a sentence.</param>
public sealed record Finding(string Code, FindingSeverity Severity, string Message, string Remedy)
{
    /// <summary>What broke while something was looked at, under the code of the catalogue of errors.</summary>
    public static Finding Of(ChatAuthException broken) =>
        new(broken.Code.Id, FindingSeverity.Error, $"{broken.Code.Message} {broken.Detail}".TrimEnd(), broken.Code.Remedy);
}
