namespace ChatAuth.Core.Errors;

/// <summary>What goes wrong while an installation is set up.</summary>
public sealed partial record ErrorCode
{
    /// <summary>Something has to be decided, and nobody can be asked here. Nothing was changed.</summary>
    public static ErrorCode OnboardingUnanswered { get; } = new(
        "onboarding-unanswered",
        "Something has to be decided, and nobody can be asked here. Nothing was changed.",
        "Add the option that is named, or --yes for the defaults.", ExitCodes.Usage);

    /// <summary>Two answers exclude each other. Nothing was changed.</summary>
    public static ErrorCode OnboardingContradictory { get; } = new(
        "onboarding-contradictory",
        "Two answers exclude each other. Nothing was changed.",
        "Leave one of the options out.", ExitCodes.Usage);

    /// <summary>There is no installation of Clawdbot in that directory. Nothing was changed.</summary>
    public static ErrorCode ClawdbotMissing { get; } = new(
        "clawdbot-missing",
        "There is no installation of Clawdbot in that directory. Nothing was changed.",
        "Name the directory that holds clawdbot.json.", ExitCodes.Usage);

    /// <summary>The default model still has nobody who could pay for it.</summary>
    public static ErrorCode OnboardingIncomplete { get; } = new(
        "onboarding-incomplete",
        "The default model still has nobody who could pay for it.",
        "chatauth onboard");
}
