namespace ChatAuth.Core.Errors;

/// <summary>What goes wrong between us and a model vendor, beyond its plain refusals.</summary>
public sealed partial record ErrorCode
{
    /// <summary>The vendor's answer is not of the form that its API promises.</summary>
    public static ErrorCode VendorAnswerUnusable { get; } = new(
        "vendor-answer-unusable",
        "The vendor's answer is malformed, too long, or not of the form that its API promises.",
        "If it stays so, have the operator check BaseUrl and Api of the provider.");

    /// <summary>The vendor does not serve the model that it was asked for.</summary>
    public static ErrorCode VendorLacksModel { get; } = new(
        "vendor-lacks-model",
        "The vendor does not serve that model, or not to this account.",
        "/model list");

    /// <summary>The endpoint has no list of its models.</summary>
    public static ErrorCode ListingUnsupported { get; } = new(
        "listing-unsupported",
        "That endpoint does not list its models.",
        "Name its models in the configuration (Models), or type them in full.");

    /// <summary>The list of models cannot be read.</summary>
    public static ErrorCode ListingUnusable { get; } = new(
        "listing-unusable",
        "The vendor's list of models is malformed, too long, or not of the form that its API promises.",
        "Check BaseUrl and Api of the provider in the configuration.");

    /// <summary>A request did not go to the configured endpoint, so nothing was sent.</summary>
    public static ErrorCode OriginRefused { get; } = new(
        "origin-refused",
        "A request was made for another address than that of the configured endpoint. Nothing was sent.",
        "Tell whoever maintains ChatAuth.");

    /// <summary>A request was made that no attempt allows, so it was not sent.</summary>
    public static ErrorCode SendNotPermitted { get; } = new(
        "send-not-permitted",
        "A request was made that the message's attempt does not allow: a second one, or one with another account. That request was not sent.",
        "Tell whoever maintains ChatAuth.");

    /// <summary>A client answered without having redeemed its permit, so its answer is not handed on.</summary>
    public static ErrorCode SendUnrecorded { get; } = new(
        "send-unrecorded",
        "The provider's module answered without a request that is on record.",
        "Tell whoever maintains that module: it redeems the permit that it is given before it sends.");

    /// <summary>The vendor's package could not make the request.</summary>
    public static ErrorCode RequestUnsendable { get; } = new(
        "request-unsendable",
        "The vendor's own package could not make a request of that message. Nothing was sent.",
        "On the host, unset what that package reads, such as ANTHROPIC_CUSTOM_HEADERS.");

    /// <summary>Anthropic serves that credential in Claude Code only.</summary>
    public static ErrorCode CredentialForClaudeCodeOnly { get; } = new(
        "credential-for-claude-code-only",
        "The vendor serves that credential in Claude Code only, not here.",
        "Use an API key of Anthropic instead: chatauth models auth paste-api-key --provider anthropic");
}
